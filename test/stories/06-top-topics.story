# What customers come for: a conversation may have several tags, and some have none.

story three quarters are about login, half about billing
#1  mon 09:00  customer opens
    mon 09:01  tags billing
#2  mon 09:00  customer opens
    mon 09:01  tags billing, login
#3..4  mon 09:00  customer opens
    mon 09:01  tags login
#5  mon 09:00  customer opens
ask top_topics:tags total by tag
    billing  50%  n=2  denominator=4  rank=2  cumulative=125%
    login    75%  n=3  denominator=4  rank=1  cumulative=75%
    -        -    unknown=1
    all      100%  unknown=1
ask top_topics:fractional total by tag
    billing  37.5%  n=2  rank=2  cumulative=100%
    login    62.5%  n=3  rank=1
    -        -      unknown=1
ask top_topics:no_tag total
    20%  n=5

story one topic each
#1..3  mon 09:00  customer opens about delivery
#4     mon 09:00  customer opens about login
#5     mon 09:00  customer opens
#6     mon 09:00  customer opens about login
    mon 10:00  ana marks spam
ask top_topics total by topic
    delivery  75%  n=3  30.1%..95.4%  rank=1  cumulative=75%
    login     25%  n=1  rank=2  cumulative=100%
    -         -    unknown=1
ask top_topics:no_topic total
    20%  n=5  spam=1

story five ask for the dark mode, but they are two
#1..3  mon 09:00  customer opens type=feature_request customer=c1
    mon 09:01  tags dark_mode
#4     mon 09:00  customer opens customer=c2
    mon 09:01  tags dark_mode, feature
#5     mon 09:00  customer opens customer=c2
    mon 09:01  tags dark_mode, feature
#6     mon 09:00  customer opens customer=c3
    mon 09:01  tags dark_mode
ask top_topics:features total
    2  n=5
ask top_topics:features total by tag
    dark_mode  2  n=5
    feature    1  n=2
