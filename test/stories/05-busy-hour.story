# The volume of each hour of the week, divided by how often that hour occurred.

story two Mondays from ten to eleven
as of d15
#A1..A30  mon 10:15     customer opens
#B1..B40  w2 mon 10:45  customer opens
ask busy_hour per hour_of_week d1..d15
    Mon 10:00  35

story on the night the clock goes forward the hour from two to three is missing
# 31 March 2024 had no 02:30 in Berlin: the hour occurred on one of two Sundays.
zone Europe/Berlin
as of 2024-04-01
#A1..A6  2024-03-24 02:30  customer opens
ask busy_hour per hour_of_week 2024-03-18..2024-04-01
    Sun 02:00  6
