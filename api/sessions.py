"""Sessions in the database: Django's own, read quicker."""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

# Written out, for it is asked at every request.
FIND = """
SELECT session_data FROM django_session
WHERE session_key = %s AND expire_date > %s
"""


class SessionStore(db.SessionStore):
    """Reads what Django's own has written."""

    def load(self) -> dict[str, Any]:
        """Give what is kept in the session, nothing if there is none or it is over."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(FIND, [self.session_key, now])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        kept: dict[str, Any] = self.decode(found[0])
        return kept
