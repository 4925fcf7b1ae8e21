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

# The same team by the ids of two systems: its costs, people and calls are its own whichever told them.
story a team under two names bears its costs once
team support  2024-05-01  is known as "Support" same_as=team:care
cost one
    2024-05-10  books 100 for wages team=support
cost other
    2024-05-11  books 100 for wages team=care
agent ana  2024-01-01  is hired team=support
    2024-05-15  leaves team=care
agent ben  2024-01-01  is hired team=care
call 1
    2024-05-12 09:00  customer calls team=support
    +1s  enters queue for 10s
    +10s  ana@support answers for 1m
call 2
    2024-05-12 10:00  customer calls team=care
    +1s  enters queue for 10s
    +10s  ana@care answers for 1m
customer z
    2024-06-01 12:00  changes plan=pro

ask cost_per_contact, cost_per_contact:allocated, employee_turnover_rate:distinct by team total from 2024-05-01 to 2024-06-01
    cost_per_contact                 support  100  numerator=200  denominator=2
    cost_per_contact:allocated       support  100
    employee_turnover_rate:distinct  support  50%  n=2
