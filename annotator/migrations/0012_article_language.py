from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotator', '0011_articles_in_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='language',
            field=models.CharField(blank=True, db_default='', default='', max_length=35),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('language__regex', '^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?\\Z')), name='language_is_a_tag'),
        ),
    ]
