"""What schemathesis has to know of this API beyond its description."""

from datetime import datetime, timedelta, timezone

import schemathesis
from hypothesis import strategies as st

STARTED = datetime.now(timezone.utc)

# Events are of the years from 2000 on, and no moment asked about lies in the future: JSON Schema cannot say so. Moments
# shortly before the run began are after the events of the fleet.
MOMENTS = st.one_of(
    st.integers(min_value=0, max_value=3).map(lambda seconds: STARTED - timedelta(seconds=seconds)),
    st.datetimes(
        min_value=datetime(2000, 1, 1),
        max_value=datetime(2026, 1, 1),
        timezones=st.just(timezone.utc),
    ),
)

schemathesis.openapi.format("date-time", MOMENTS.map(lambda moment: moment.isoformat(timespec="milliseconds")))
