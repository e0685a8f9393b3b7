from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotator', '0012_article_language'),
    ]

    operations = [
        migrations.AlterField(
            model_name='act',
            name='kind',
            field=models.CharField(choices=[('project_created', 'Project Created'), ('settings_changed', 'Settings Changed'), ('source_types_changed', 'Source Types Changed'), ('guidelines_published', 'Guidelines Published'), ('queue_changed', 'Queue Changed'), ('member_invited', 'Member Invited'), ('invitation_revoked', 'Invitation Revoked'), ('member_joined', 'Member Joined'), ('member_changed', 'Member Changed'), ('member_deactivated', 'Member Deactivated'), ('member_restored', 'Member Restored'), ('article_added', 'Article Added'), ('article_changed', 'Article Changed'), ('import_started', 'Import Started'), ('import_ended', 'Import Ended'), ('articles_assigned', 'Articles Assigned'), ('assignment_withdrawn', 'Assignment Withdrawn'), ('proposal_decided', 'Proposal Decided'), ('answers_imported', 'Answers Imported'), ('recomputation_started', 'Recomputation Started'), ('training_started', 'Training Started'), ('labels_exported', 'Labels Exported'), ('snapshot_started', 'Snapshot Started'), ('snapshot_deleted', 'Snapshot Deleted')], max_length=24),
        ),
    ]
