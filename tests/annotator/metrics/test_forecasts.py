"""Forecasts, worked by hand."""

from datetime import date

import pytest

from annotator.metrics import forecast

TODAY = date(2026, 5, 4)


class TestAForecast:
    def test_goes_on_as_it_went(self):
        # The mean is 10, s = sqrt(50), se = 5, t(1) = 12.7062: slower than nothing.
        found = forecast([5, 15], 95, TODAY)

        assert (found.left, found.per_day, found.days) == (95, 10, 2)
        assert found.expected_on == date(2026, 5, 14)
        assert found.earliest_on == date(2026, 5, 6)  # 73.5 a day
        assert found.latest_on is None

    def test_reaches_from_the_faster_to_the_slower_pace(self):
        # The mean is 10, s = 2, se = 1, t(3) = 3.182446: 6.8176 to 13.1824 a day.
        found = forecast([8, 12, 10 - 2**0.5, 10 + 2**0.5], 100, TODAY)

        assert found.expected_on == date(2026, 5, 14)
        assert found.earliest_on == date(2026, 5, 12)
        assert found.latest_on == date(2026, 5, 19)

    def test_counts_days_without_work(self):
        assert forecast([10, 0, 0, 10], 50, TODAY).per_day == 5

    def test_of_one_day_says_nothing_of_how_sure_it_is(self):
        found = forecast([10], 11, TODAY)

        assert found.expected_on == date(2026, 5, 6)
        assert (found.earliest_on, found.latest_on) == (None, None)

    def test_of_nothing_left_has_no_day(self):
        found = forecast([10, 12], 0, TODAY)

        assert (found.left, found.per_day) == (0, 11)
        assert found[3:] == (None, None, None)

    def test_that_is_too_far_off_has_no_day(self):
        assert forecast([1, 1], 10**9, TODAY).expected_on is None

    @pytest.mark.parametrize("daily", [[], [0, 0]])
    def test_needs_a_day_with_work(self, daily):
        with pytest.raises(ValueError, match="needs a day"):
            forecast(daily, 5, TODAY)
