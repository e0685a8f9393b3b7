"""Participants, invitations, the log of acts, selections and overviews."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotator', '0006_places_and_saves'),
    ]

    operations = [
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('project_created', 'Project Created'), ('settings_changed', 'Settings Changed'), ('source_types_changed', 'Source Types Changed'), ('guidelines_published', 'Guidelines Published'), ('queue_changed', 'Queue Changed'), ('member_invited', 'Member Invited'), ('invitation_revoked', 'Invitation Revoked'), ('member_joined', 'Member Joined'), ('member_changed', 'Member Changed'), ('member_deactivated', 'Member Deactivated'), ('member_restored', 'Member Restored'), ('article_added', 'Article Added'), ('import_started', 'Import Started'), ('import_ended', 'Import Ended'), ('articles_assigned', 'Articles Assigned'), ('assignment_withdrawn', 'Assignment Withdrawn'), ('proposal_decided', 'Proposal Decided'), ('answers_imported', 'Answers Imported'), ('recomputation_started', 'Recomputation Started'), ('training_started', 'Training Started'), ('labels_exported', 'Labels Exported')], max_length=24)),
                ('details', models.JSONField(blank=True, default=dict)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('lead', 'Lead'), ('annotator', 'Annotator'), ('viewer', 'Viewer')], max_length=9)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('places', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(200)])),
                ('taken', models.PositiveSmallIntegerField(default=0)),
                ('nonce', models.CharField(max_length=32)),
                ('origin', models.CharField(max_length=300)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('sending_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('failure', models.CharField(blank=True, help_text='Why the letter could not be sent.', max_length=300)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Overview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(default='all', max_length=40)),
                ('figures', models.JSONField(default=dict)),
                ('choices', models.JSONField(default=dict)),
                ('last_report', models.PositiveBigIntegerField(default=0)),
                ('last_act', models.PositiveBigIntegerField(default=0)),
                ('seconds', models.FloatField(default=0)),
                ('worked_at', models.DateTimeField(blank=True, null=True)),
                ('computed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12)),
                ('role', models.CharField(choices=[('lead', 'Lead'), ('annotator', 'Annotator'), ('viewer', 'Viewer')], help_text='The role they have, or had last.', max_length=9)),
                ('quota', models.PositiveIntegerField(blank=True, help_text='The quota they had last.', null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Selection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=16)),
                ('filters', models.JSONField()),
                ('articles', models.PositiveIntegerField(default=0)),
                ('articles_done', models.PositiveIntegerField(default=0)),
                ('last_report', models.PositiveBigIntegerField(default=0)),
                ('last_act', models.PositiveBigIntegerField(default=0)),
                ('asked_at', models.DateTimeField()),
                ('worked_at', models.DateTimeField(blank=True, null=True)),
                ('counted_at', models.DateTimeField(blank=True, null=True)),
                ('seconds', models.FloatField(default=0, help_text='How long counting took: what is long is done seldom.')),
            ],
        ),
        migrations.CreateModel(
            name='SelectionSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('variable', models.CharField(max_length=40)),
                ('counts', models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name='disputedclaim',
            name='types',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='annotationevent',
            index=models.Index(fields=['project', '-id'], name='newest_events_first'),
        ),
        migrations.AddIndex(
            model_name='annotationevent',
            index=models.Index(fields=['project', '-at', '-id'], name='events_by_time'),
        ),
        migrations.AddIndex(
            model_name='annotationevent',
            index=models.Index(condition=models.Q(('kind__in', ['changed', 'withdrawn'])), fields=['project', 'kind', '-at', '-id'], name='changes_by_time'),
        ),
        migrations.AddField(
            model_name='act',
            name='actor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='act',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acts', to='annotator.project'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='invited_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='invitation',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='annotator.project'),
        ),
        migrations.AddField(
            model_name='overview',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overviews', to='annotator.project'),
        ),
        migrations.AddField(
            model_name='participant',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='annotator.project'),
        ),
        migrations.AddField(
            model_name='participant',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='selection',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='selections', to='annotator.project'),
        ),
        migrations.AddField(
            model_name='selectionsum',
            name='selection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sums', to='annotator.selection'),
        ),
        migrations.AddIndex(
            model_name='act',
            index=models.Index(fields=['project', '-id'], name='newest_acts_first'),
        ),
        migrations.AddIndex(
            model_name='act',
            index=models.Index(fields=['project', '-at', '-id'], name='acts_by_time'),
        ),
        migrations.AddIndex(
            model_name='invitation',
            index=models.Index(condition=models.Q(models.Q(('email', ''), _negated=True), ('failure', ''), ('revoked_at', None), ('sent_at', None)), fields=['id'], name='letters_to_be_sent'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('taken__lte', models.F('places'))), name='no_more_taken_than_places'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('email', ''), ('places', 1), _connector='OR'), name='a_letter_lets_in_one'),
        ),
        migrations.AddConstraint(
            model_name='overview',
            constraint=models.UniqueConstraint(fields=('project', 'scope'), name='one_overview_per_scope'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('project', 'user'), name='one_participant_per_user'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('project', 'code'), name='participant_codes_differ'),
        ),
        migrations.AddConstraint(
            model_name='selection',
            constraint=models.UniqueConstraint(fields=('project', 'digest'), name='one_selection_per_digest'),
        ),
        migrations.AddConstraint(
            model_name='selectionsum',
            constraint=models.UniqueConstraint(fields=('selection', 'variable'), name='one_sum_per_variable'),
        ),
    ]
