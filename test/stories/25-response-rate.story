# Of the conversations that wanted an answer, how many got one from a person.

story seven of nine, and spam is not one of them
#A1..A7  @0   customer opens
    @30  ana replies
#B1..B2  @0   customer opens
#C       @0   customer opens
    @1   marks spam
as of @60
ask response_rate total
    total  77.8%  numerator=7  denominator=9  spam=1

story within a day: the young ones are pending
#A1..A6  d1 09:00  customer opens
    d1 15:00  ana replies
#B1..B2  d1 09:00  customer opens
#C1..C2  d3 14:00  customer opens
as of d4 00:00
ask response_rate:within(hours=24) total
    total  75%  numerator=6  denominator=8  pending=2

story an automatic reply is no answer
#1  @0  customer opens
    @0  auto-reply
ask response_rate total
    total  0%
