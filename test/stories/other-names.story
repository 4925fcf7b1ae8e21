# Whoever is known by several names is found by any of them; shown is the one that came first.

story a filter may name a person, a team and a customer by any of their names
team support  mon 08:00  is known as "Support" same_as=team:care
agent ana  mon 08:00  is known as "Ana B." same_as=agent:u42
customer bea  mon 08:00  is the same as bea2
#1  mon 09:00  customer opens customer=bea
    mon 09:00  system assigns to u42@care
    mon 09:10  u42@care replies
    mon 09:30  u42 solves
#2  mon 10:00  customer opens customer=bea2
    mon 10:00  system assigns to ana@support
    mon 10:20  ana@support replies
    mon 11:00  ana solves
#3  mon 10:00  customer opens customer=cyd
    mon 10:00  system assigns to ben@sales
    mon 10:40  ben@sales replies
    mon 12:00  ben solves
ask ticket_volume total where team=care
    2
ask ticket_volume total where team=support
    2
ask ticket_volume total where team!=care
    1
ask ticket_volume total where agent=u42
    2
ask ticket_volume total where agent=ana
    2
ask ticket_volume total where customer=customer:bea2
    2
ask ticket_volume total where customer=customer:bea
    2
ask first_response_time:mean by team total where team=care
    care  15m  n=2
    all   15m  n=2

# The settings name a team by one of its ids, its conversations by another: they are in the team's hours all the same.
story a team's opening hours hold by whichever of its names it is told
hours office mon-fri 09:00-17:00 UTC
hours late mon-fri 12:00-20:00 UTC
everybody uses office
team support uses late
team care  mon 08:00  is known as "Customer care" same_as=team:support
#1  mon 10:00  customer opens
    mon 10:00  system assigns to ana@care
    mon 13:00  ana@care replies
#2  mon 10:00  customer opens
    mon 10:00  system assigns to ben@support
    mon 14:00  ben@support replies
#3  mon 10:00  customer opens
    mon 10:00  system assigns to cyd@sales
    mon 11:30  cyd@sales replies
ask first_response_time:business by agent total
    ana  1h
    ben  2h
    cyd  1h 30m
    all  1h 30m
