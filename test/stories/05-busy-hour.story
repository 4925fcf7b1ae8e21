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

story sixty of a hundred and fifty contacts in the declared peak are a peak share of 40%
# The peak is from nine to before twelve, local time: 11:59 is in, 12:00 is not.
zone Europe/Berlin
as of d15
#P1..P30  tue 09:00     customer opens
#Q1..Q30  w2 thu 11:59  customer opens
#R1..R45  tue 12:00     customer opens
#S1..S45  w2 fri 08:59  customer opens
ask busy_hour:peak_share(from=9, to=12) total d1..d15
    total  40%  numerator=60  denominator=150
ask busy_hour:peak_share(from=8, to=12) total d1..d15
    total  70%
ask busy_hour:peak_share(from=9, to=12) per week d1..d15
    2024-W01  40%
    2024-W02  40%
