from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotator', '0010_settled_changes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['project', 'id'], name='articles_in_order'),
        ),
    ]
