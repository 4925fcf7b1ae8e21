# Is an issue settled the first time the customer comes? Each product counts otherwise, so each way has its name.

story five ways to be solved
#1  d1 09:00  customer opens about login customer=c1
    d1 09:10  ana replies
    d1 09:11  ana solves
# The second answer only adds to the first.
#2  d1 09:00  customer opens about login customer=c2
    d1 09:10  ana replies
    d1 09:20  ana replies
    d1 09:21  ana solves
#3  d1 09:00  customer opens about login customer=c3
    d1 09:10  ana replies
    d1 09:20  customer replies
    d1 09:30  ana replies
    d1 09:31  ana solves
#4  d1 09:00  customer opens about login customer=c4
    d1 09:10  ana replies
    d1 09:11  ana solves
    d4 09:00  customer writes
    d4 09:00  customer reopens
    d4 09:10  ana replies
    d4 09:11  ana solves
#5  d1 09:00  customer opens about login customer=c5
    d1 09:10  ana replies
    d1 09:11  ana solves
#6  d6 09:00  customer opens via chat about login customer=c5
# Another matter is another matter.
#7  d6 09:00  customer opens about billing customer=c1
as of d15
ask first_contact_resolution, first_contact_resolution:no_repeat total
    first_contact_resolution            60%  n=5  numerator=3
    first_contact_resolution:no_repeat  60%
ask first_contact_resolution:one_touch, first_contact_resolution:no_customer_followup, first_contact_resolution:no_reopen, first_contact_resolution:single_agent_single_close total
    first_contact_resolution:one_touch                  40%  n=5
    first_contact_resolution:no_customer_followup       60%  n=5
    first_contact_resolution:no_reopen                  80%  n=5
    first_contact_resolution:single_agent_single_close  80%  n=5
ask first_contact_resolution(days=4) total
    80%  n=5

story solved two days ago: too young to say, but not for how it was solved
#1  d1 09:00  customer opens
    d1 09:10  ana replies
    d8 09:00  ana solves
as of d10 09:00
ask first_contact_resolution, first_contact_resolution:no_reopen, first_contact_resolution:one_touch total
    first_contact_resolution            -     pending=1
    first_contact_resolution:no_reopen  -     pending=1
    first_contact_resolution:one_touch  100%  pending=0
as of d15 09:00
ask first_contact_resolution total
    100%  pending=0

story seventeen of twenty say yes
survey 1..17  mon 09:00  sent fcr scale 0-1
    mon 10:00  customer rates 1
survey 18..20  mon 09:00  sent fcr scale 0-1
    mon 10:00  customer rates 0
ask first_contact_resolution:survey total
    85%  n=20  64.0%..94.8%

story twenty of a hundred
#1..20  d1 09:00  customer opens
    d1 09:10  ana replies
    d1 09:11  ana solves
#21..100  d1 09:00  customer opens
    d1 09:10  ana replies
    d1 09:11  ana solves
    d2 09:00  customer writes
    d2 09:00  customer reopens
    d2 09:11  ana solves
as of d30
ask first_contact_resolution total
    20%  n=100

story what a bot dealt with alone is apart, and so is what nobody asked us
#1  d1 09:00  customer opens
    d1 09:01  bot replies
    d1 09:02  bot solves
#2  d1 09:00  customer opens
    d1 09:01  bot replies
    d1 09:10  ana replies
    d1 09:11  ana solves
#3  d1 09:00  ana opens
    d1 09:11  ana solves
#4  d1 09:00  customer opens
    d1 09:11  ana solves
    d1 09:12  ana marks spam
as of d30
ask first_contact_resolution total
    100%  n=1  bot_only=1  spam=1

story who comes back by telephone came back, and an unknown topic may be the same
#1  d1 09:00  customer opens about login customer=A
    d1 09:10  ana replies
    d1 09:11  ana solves
call 1  d3 09:00  customer calls customer=A
    +1s   enters queue for 10s
    +10s  abandons
#2  d1 09:00  customer opens about login customer=B
    d1 09:10  ana assigns to ben
    d1 09:10  ben assigns to cem
    d1 09:10  cem replies
    d1 09:11  cem solves
#3  d2 09:00  customer opens about billing customer=B
# Solved exactly seven days later is still inside.
#4  d1 09:00  customer opens about login customer=C
    d1 09:10  ana replies
    d1 09:11  ana solves
#5  d8 09:11  customer opens about login customer=C
as of d30
ask first_contact_resolution, first_contact_resolution:first_point total
    first_contact_resolution              33.3%  n=3  numerator=1
    first_contact_resolution:first_point  0%     n=3
