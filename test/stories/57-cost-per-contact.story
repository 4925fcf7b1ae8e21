story two million for two hundred thousand, in small
cost wages
    2024-05-01  books 150 for wages until=2024-06-01T00:00:00Z
cost rent
    2024-05-02  books 50 for facilities
cost ads
    2024-05-02  books 1000 for acquisition
#1..10
    2024-05-03 10:00  customer opens
    +1h  ana replies
    +1h  customer replies
# Nobody is interested in what came in April.
#11
    2024-04-03 10:00  customer opens
call 1
    2024-05-04 10:00  customer calls
    +1s  enters queue for 20s
    +20s  abandons
customer z
    2024-06-01 12:00  changes plan=pro

ask cost_per_contact, cost_per_contact:turns, cost_per_contact:calls, cost_per_contact:cost total from 2024-05-01 to 2024-06-01
    cost_per_contact        9.5238  numerator=200  denominator=21
    cost_per_contact:turns  20
    cost_per_contact:calls  1
    cost_per_contact:cost   200

# A third of the month has a third of the wages.
ask cost_per_contact:cost where category=wages total from 2024-05-01 to 2024-05-11
    48.387  n=10

story phone and mail bear the cost by their handling time
cost all
    2024-05-01  books 5000 for wages
call 1..100
    2024-05-04 10:00  customer calls
    +1s  enters queue for 10s
    +10s  rings ana for 4s
    +4s  ana answers for 36m
    +36m  ends
#1..200
    2024-05-03 10:00  customer opens
    +1h  ana replies
    +1m  ana logs 12m

ask cost_per_contact:allocated by channel total from 2024-05-01 to 2024-06-01
    phone  30
    -      -
    email  10
    all    16.6667

# A filter says what its group says: it takes nothing from the costs that are shared out.
ask cost_per_contact:allocated total from 2024-05-01 to 2024-06-01 where channel=phone
    total  30
ask cost_per_contact:allocated by channel total from 2024-05-01 to 2024-06-01 where channel=email
    email  10
    all    10
ask cost_per_contact:allocated per month from 2024-04-01 to 2024-06-01 where channel=email
    2024-05  10
