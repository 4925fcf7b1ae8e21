# Of the conversations created, how many are solved now.

story a reopened one is not solved
#A1..A15  @0   customer opens
    @60  ana solves
#B        @0   customer opens
    @60  ana solves
    @90  customer reopens
#C1..C4   @0   customer opens
ask resolution_rate total
    total  75%  numerator=15  denominator=20

story within three days
#A1..A12  d1 09:00  customer opens
    d2 09:00  ana solves
#B1..B6   d1 09:00  customer opens
#C1..C2   d7 09:00  customer opens
as of d8
ask resolution_rate:within(hours=72) total
    total  66.7%  numerator=12  denominator=18  pending=2
