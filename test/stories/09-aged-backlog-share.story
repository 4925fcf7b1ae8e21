# How much of the backlog is older than a limit. Exactly as old is not older.

story 24 hours are not more than 24 hours
start d1 00:00
#A  d2 22:00  customer opens
#B  d2 19:00  customer opens
#C  d2 15:00  customer opens
#D  d2 00:00  customer opens
#E  d1 18:00  customer opens
ask aged_backlog_share(hours=24) total from d2 to d3
    total  20%  numerator=1  denominator=5

story 45 of 100
#OLD1..OLD45  d1 09:00  customer opens
#NEW1..NEW55  d5 09:00  customer opens
ask aged_backlog_share(hours=48) total from d5 to d6
    total  45%

story on the business clock a weekend is no age
# Opened on Friday at 16:00; on Monday at 10:00 it is two business hours old, and 66 on the calendar.
hours mon-fri 09:00-17:00 UTC
#1  fri 16:00     customer opens
#2  w2 mon 10:00  customer opens
ask aged_backlog_share:business(hours=1) total from w2 mon 09:00 to w2 mon 10:00
    total  100%
ask aged_backlog_share:business(hours=2) total from w2 mon 09:00 to w2 mon 10:00
    total  0%
ask aged_backlog_share(hours=65) total from w2 mon 09:00 to w2 mon 10:00
    total  100%
ask aged_backlog_share(hours=66) total from w2 mon 09:00 to w2 mon 10:00
    total  0%
