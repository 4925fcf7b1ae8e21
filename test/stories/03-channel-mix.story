# Channel mix: each channel's share of conversations whose channel is known.

story forty, fifty, ten
#E1..E40  mon 09:00  customer opens via email
#C1..C50  mon 09:00  customer opens via chat
#P1..P10  mon 09:00  customer opens via phone
ask channel_mix total by channel
    email  40%  n=40  denominator=100
    chat   50%  40.4%..59.6%
    phone  10%

story four of a hundred and four came by nobody knows what: shares are of the known, and the four are said
#E1..E40  mon 09:00  customer opens via email
#C1..C50  mon 09:00  customer opens via chat
#P1..P10  mon 09:00  customer opens via phone
#U1..U4   mon 09:00  customer opens via -
ask channel_mix total by channel
    email  40%  n=40  denominator=100
    chat   50%  n=50
    phone  10%  n=10
    -      -    unknown=4
ask ticket_volume total by channel where channel=-
    -  4

story an opening without a channel has that of the customer's first message
#1  mon 09:00  is created via -
    mon 09:01  customer writes channel=chat
ask channel_mix total by channel
    chat  100%  n=1

story the channel is that of the first customer message, not of where it moved
#1  mon 09:00  customer opens via chat
    mon 09:30  changes channel=email
    mon 09:40  customer replies channel=email
ask channel_mix total by channel
    chat  100%
