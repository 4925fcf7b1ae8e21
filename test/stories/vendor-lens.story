# What other products would show of the same events.

story Zendesk: of a ticket we began, the second public comment of an agent is the reply
#1  @0   ana opens
    @40  customer replies
    @60  ana replies
ask first_response_time total
    total  20m
ask first_response_time total as zendesk
    total  60m

story Zendesk: a ticket we began counts from its creation, though the customer never writes
#1  mon 09:00  ana opens
    mon 10:00  ana replies
#2  mon 09:00  customer opens
    mon 09:20  ana replies
#3  mon 09:00  customer opens
ask first_response_time per day
    mon  20m  n=1  censored=1
ask first_response_time per day as zendesk
    mon  40m  n=2  censored=0

story Zendesk: no reopening starts the clock again, where Chatwoot starts it at every one
#1  @0    customer opens
    @1    bot replies
    @2    bot solves
    @100  customer replies
    @100  customer reopens
    @130  ana replies
ask first_response_time total
    total  30m
ask first_response_time total as zendesk
    total  130m
ask first_response_time total as chatwoot
    total  30m

# The ticket of dbt_zendesk's decision log: its schedule changes 21 seconds before the reply.
story Zendesk: the last schedule measures the whole span
zone UTC
week 2020-09-28
hours chicago mon-sun 12:00-02:00 UTC
hours francisco mon-fri 15:00-00:30 UTC
everybody uses chicago
team level2 uses francisco
#941606  2020-09-29 17:01:38  customer opens
         2020-09-30 19:01:25  system assigns to @level2
         2020-09-30 19:01:46  ana replies
ask first_response_time:business total
    total  16h 8s
ask first_response_time:business total as zendesk
    total  11h 30m 8s
ask first_response_time total as zendesk
    total  26h 8s

story Zendesk: fewer than two replies, so none is one touch too
#A  @0  customer opens
    @90  ana solves
#B1..B2  @0  customer opens
    @10  ana replies
    @90  ana solves
#C  @0  customer opens
    @10  ana replies
    @20  ana replies
    @90  ana solves
#D  @0  customer opens
    @10  ana replies
    @20  ana replies
    @30  ana replies
    @40  ana replies
    @50  ana replies
    @90  ana solves
ask one_touch_rate, replies_per_resolution total
    one_touch_rate          40%
    replies_per_resolution  0.8
ask one_touch_rate, replies_per_resolution total as zendesk
    one_touch_rate          60%
    replies_per_resolution  1.8

story Zendesk: the backlog is counted at 23 h
#A  d1 09:00  customer opens
    d1 23:30  ana solves
#B  d1 22:00  customer opens
    d3 09:00  ana solves
ask backlog d1..d2
    total  1
ask backlog d1..d2 as zendesk
    total  2

story Zendesk: a rating is the last assignee's
#1  @0   customer opens
    @5   system assigns to ana
    @10  ana replies
    @20  ana solves
    @300  system assigns to ben
survey 7  @30  sent csat about #1 scale 1-5 agent=ana
          @40  rates 3
ask csat total by agent
    ana  0%
ask csat total by agent as zendesk
    ben  0%

story Zendesk: a solve keeps the promise of a reply
#1  @0   customer opens
    @0   promises first_response in 60m
    @30  ana solves
ask sla_attainment total
    total  -  ended_without=1
ask sla_attainment total as zendesk
    total  100%

story Intercom: the median of the answered, outside of office hours taken off
hours mon-fri 09:00-17:00 UTC
#1  fri 16:50     customer opens
    w2 mon 09:20  ana replies
#2  w2 mon 10:00  customer opens
    w2 mon 10:10  ana replies
#3  w2 mon 10:00  customer opens
ask first_response_time, average_response_time total
    first_response_time    64h 30m
    average_response_time  32h 20m
ask first_response_time, average_response_time total as intercom
    first_response_time    20m
    average_response_time  20m

story Intercom: without office hours it is the time on the calendar
#1  fri 16:50     customer opens
    w2 mon 09:20  ana replies
ask first_response_time total as intercom
    total  64h 30m

story Intercom: one teammate and one close are a first contact resolution
#T1  d1 09:00  customer opens
     d1 09:10  ana replies
     d1 09:11  ana solves
#T3  d1 09:00  customer opens
     d1 09:10  ana replies
     d1 09:20  customer replies
     d1 09:30  ben replies
     d1 09:31  ben solves
#T5  d1 09:00  customer opens
     d1 09:10  ana replies
     d1 09:11  ana solves
     d4 09:00  customer reopens
     d4 09:10  ana solves
as of d30
ask first_contact_resolution total
    total  66.7%
ask first_contact_resolution total as intercom
    total  33.3%

story Intercom: a customer who says nothing more is assumed to be helped
#A1..A4  @0   customer opens
         @1   bot replies
         @2   customer replies
         @3   bot solves
#B1..B2  @0   customer opens
         @1   bot replies
         @3   bot solves
#C1..C3  @0   customer opens
         @1   bot replies
         @2   bot hands off
         @3   ana replies
#D  @0   customer opens
    @1   bot replies
    @3   bot solves
    d2 09:00  customer reopens
as of d10
ask bot_containment_rate total
    total  40%
ask bot_containment_rate total as intercom
    total  60%

story Intercom: what we began and nobody answered is no new conversation
#1  @0  customer opens
#2  @0  ana opens
ask ticket_volume total as intercom
    total  1

story Chatwoot: behind a bot the clock runs from the hand-off
#1  @0    customer opens
    @0    bot replies
    @20s  bot hands off
    @62s  ana replies
ask first_response_time total
    total  62s
ask first_response_time total as chatwoot
    total  42s

story Chatwoot: what we began has a wait that no customer had
#1..15  @0   system opens direction=outbound
        @80  ana replies
ask first_response_time total
    total  -
ask first_response_time total as chatwoot
    total  80m  n=15

story Chatwoot: each solve enters, from the creation
#1  @0    customer opens
    @60   ana solves
    @120  customer reopens
    @180  ana solves
ask resolution_time total
    total  180m  n=1
ask resolution_time total as chatwoot
    total  120m  n=2

story Genesys and Amazon Connect: the same calls by two other formulas
call A  @0     customer calls
        @0     enters queue sales for 5s
        @5s    ana answers for 60s
call B  @0     customer calls
        @0     enters queue sales for 3s
        @3s    abandons
call C  @0     customer calls
        @0     enters queue sales for 30s
        @30s   abandons
call D  @0     customer calls
        @0     enters queue sales for 40s
        @40s   ana answers for 25s
ask service_level, abandonment_rate total
    service_level     33.3%
    abandonment_rate  33.3%
ask service_level total as genesys
    total  25%
ask service_level, abandonment_rate total as amazon-connect
    service_level     50%
    abandonment_rate  50%
