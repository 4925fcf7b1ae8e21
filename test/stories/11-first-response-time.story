# First response time: from the customer's first message to the first public message of a person.

story notes and bots do not stop the clock
#1  @0   customer opens
    @5   ana notes
    @10  bot replies
    @30  ana replies
ask first_response_time total
    total  30m  n=1

story where we wrote first the clock starts with the customer's answer
#1  @0   ana opens
    @40  customer replies
    @60  ana replies
ask first_response_time total
    total  20m
# Zendesk measures from the creation to our second message.
ask first_response_time total with outbound=second_agent_message
    total  60m

story the unanswered one counts as longer than its age
#A  @0   customer opens
    @10  ana replies
#B  @0   customer opens
    @20  ana replies
#C  @0   customer opens
    @60  ana replies
#D  @0   customer opens
as of @90
ask first_response_time total
    total  20m  n=3  censored=1  completed_median=20m  share_completed=75%  p90=-  method=km

story the business clock stops over the weekend
hours mon-fri 09:00-17:00 UTC
#1  fri 16:50     customer opens
    w2 mon 09:20  ana replies
ask first_response_time, first_response_time:business total
    first_response_time           64h 30m
    first_response_time:business  30m

story behind a bot there are two waits: the customer's and the queue's
#1  @0    customer opens
    @0    bot replies
    @20s  bot hands off
    @62s  ana replies
ask first_response_time, first_response_time:since_handoff total
    first_response_time                62s
    first_response_time:since_handoff  42s

story a note is for colleagues: only a public message by a person stops the clock
hours mon-fri 09:00-17:00 Europe/Berlin
#1  mon 16:50  customer opens
    mon 16:55  ana notes
    tue 09:05  ana replies
ask first_response_time:business per day
    mon  15m
# Nobody answered on Thursday. That is not a first response time of zero.
#3  thu 09:00  customer opens
ask first_response_time:business per day
    mon  15m  n=1
    thu  -    n=0  censored=1

story a reply outside of opening hours took no business time
hours mon-fri 09:00-17:00 UTC
#1  mon 20:00  customer opens
    mon 21:00  ana replies
ask first_response_time:business total
    total  0s

story solved without a reply is no response time
#1  @0   customer opens
    @30  ana solves
#2  @0   customer opens
    @10  ana replies
ask first_response_time total
    total  10m  n=1  solved_without_reply=1

story a merged conversation waits from its earliest message
#1  @0   customer opens
    @20  merges into #2
#2  @10  customer opens
    @40  ana replies
ask first_response_time total
    total  40m  n=1  merged=1

story after a solve by the bot alone the clock starts again with the reopening
#1  @0    customer opens
    @1    bot replies
    @2    bot solves
    @100  customer replies
    @100  customer reopens
    @130  ana replies
ask first_response_time total
    total  30m

story an automatic reply is none, unless the rules say so
#1  @0   customer opens
    @0   auto-reply
    @30  ana replies
ask first_response_time total
    total  30m
ask first_response_time total with auto_reply_stops_clock=true
    total  0s

story no calendar, no business time
#1  @0  customer opens
    @5  ana replies
ask first_response_time:business total
    total  -

story what a person said before the hand-off is no answer to it, and one who still waits since then is no one without a calendar
#1  @0    customer opens
    @5    ana replies
    @10   bot hands off
    @20   customer replies
#2  @0    customer opens
    @10   bot hands off
    @40   ana replies
#3  @0    customer opens
    @5    ana replies
    @10   bot hands off
    @12   ana solves
ask first_response_time:since_handoff total
    total  30m  n=1  censored=1  solved_without_reply=1  no_calendar=0
