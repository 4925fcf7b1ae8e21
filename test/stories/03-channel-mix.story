# Channel mix: each channel's share of conversations whose channel is known.

story forty, fifty, ten
#E1..E40  mon 09:00  customer opens via email
#C1..C50  mon 09:00  customer opens via chat
#P1..P10  mon 09:00  customer opens via phone
ask channel_mix total by channel
    email  40%  n=40  denominator=100
    chat   50%  40.4%..59.6%
    phone  10%

story the channel is that of the first customer message, not of where it moved
#1  mon 09:00  customer opens via chat
    mon 09:30  changes channel=email
    mon 09:40  customer replies channel=email
ask channel_mix total by channel
    chat  100%
