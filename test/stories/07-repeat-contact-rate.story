# How often must customers come again? Contacts whose days are over, of customers who are known.

story five contacts of three customers
#1  d1 09:00   customer opens customer=A
    +1h  ana solves
#2  d2 09:00   customer opens customer=B
    +1h  ana solves
#3  d3 09:00   customer opens customer=C
    +1h  ana solves
#4  d4 09:00   customer opens customer=A
    +1h  ana solves
#5  d13 09:00  customer opens customer=C
    +1h  ana solves
as of d21 09:00
ask repeat_contact_rate total
    20%  n=5  numerator=1
as of d9 09:00
ask repeat_contact_rate total
    50%  n=2  numerator=1  pending=2
as of d31 09:00
ask repeat_contact_rate(days=14) total
    40%  n=5  numerator=2

story the second comes after the first was over, and not as thanks
#1  d1 09:00  customer opens customer=A
#2  d2 09:00  customer opens customer=A
    d2 10:00  ana solves
    d2 11:00  customer thanks
#3  d1 09:00  customer opens customer=B
    d2 10:00  ana solves
    d3 11:00  customer writes
    d3 11:00  customer reopens
as of d30
ask repeat_contact_rate total
    25%  n=4  numerator=1

story a topic that is known on both sides must be the same
#1  d1 09:00  customer opens about billing customer=A
    d1 10:00  ana solves
#2  d2 09:00  customer opens about login customer=A
    d2 10:00  ana solves
call 1  d3 09:00  customer calls customer=A
    +1s   enters queue for 10s
    +10s  abandons
as of d30
ask repeat_contact_rate, repeat_contact_rate:any_topic total
    repeat_contact_rate            66.7%  n=3  numerator=2
    repeat_contact_rate:any_topic  66.7%  n=3  numerator=2
ask repeat_contact_rate(days=1.2) total
    33.3%  n=3  numerator=1

story who is linked later is one customer, and the unknown are counted apart
#1  d1 09:00  customer opens customer=A
    d1 10:00  ana solves
#2  d2 09:00  customer opens customer=B
    d2 10:00  ana solves
#3  d2 09:00  customer opens
    d2 10:00  ana solves
customer A  d9 09:00  is the same as B
as of d30
ask repeat_contact_rate total
    50%  n=2  numerator=1  unknown_customer=1

story the answer to what we began is no contact of its own
#1  d1 09:00  customer opens customer=A
    d1 10:00  ana solves
#2  d2 09:00  ana opens customer=A
    d2 11:00  customer replies
as of d30
ask repeat_contact_rate total
    0%  n=1
