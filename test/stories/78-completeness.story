# What arrived by what the sources say they have.

story two of forty did not arrive
#1..38  mon 10:00  customer opens via email
source helpdesk  mon 00:00  counts 40 conversations
ask completeness, completeness:arrived, completeness:told total mon..tue
    completeness          95%
    completeness:arrived  38
    completeness:told     40

# Spam and what was merged is there too, and a day that is counted again has the last count. What nobody counted is divided by nothing.
story counted again, by channel
#1  mon 10:00  customer opens via email
#2  mon 10:00  customer opens via email
    mon 10:05  marks spam
#3  mon 10:00  customer opens via email
    mon 10:05  merges into #1
#4  tue 10:00  customer opens via email
source helpdesk
    mon 00:00  counts 1 conversation channel=email until=2024-01-02T00:00:00Z
    mon 00:00  counts 3 conversations channel=email until=2024-01-02T00:00:00Z
    mon 00:00  counts 10 conversations channel=chat until=2024-01-02T00:00:00Z
ask completeness total mon..tue by channel
    email  100%
    chat   0%
ask completeness per day mon..wed
    mon  23.1%
    tue  -

# Days of which nobody says how many there are prove nothing: they are left out, and told.
story the last two days are not counted yet
#1..9    mon 10:00  customer opens via email
#10..18  tue 10:00  customer opens via chat
#19..40  wed 10:00  customer opens via email
source helpdesk
    mon 00:00  counts 10 conversations
ask completeness, completeness:arrived, completeness:told total mon..thu
    completeness           90%  n=1  uncounted=2
    completeness:arrived   9    n=1  uncounted=2
    completeness:told      10   n=1  uncounted=2
ask completeness per day mon..thu
    mon  90%
    tue  -  n=0  uncounted=1
    wed  -  n=0  uncounted=1

# Where sources count by channel, so are the days; what is counted altogether means the other channels.
story the chat is counted by nobody, then by one of two
#1..4   mon 10:00  customer opens via email
#5..8   mon 10:00  customer opens via chat
#9..12  tue 10:00  customer opens via email
#13     tue 10:00  customer opens via chat
source helpdesk
    mon 00:00  counts 4 conversations channel=email
    tue 00:00  counts 4 conversations
source chats
    tue 00:00  counts 2 conversations channel=chat
ask completeness total mon..tue
    100%  n=1  uncounted=1
ask completeness total mon..wed by channel
    email  100%
    chat   50%  n=1  uncounted=1
    -      100%
ask completeness total mon..wed
    90%  n=3  uncounted=1

# A day lasts until the next one begins, of 23 hours too, where the source does not say until when.
story the night when the clock goes forward
zone Europe/Berlin
#1  2024-03-31 00:30  customer opens
#2  2024-03-31 23:30  customer opens
#3  2024-04-01 00:30  customer opens
source helpdesk
    2024-03-31 00:00  counts 2 conversations
    2024-04-01 00:00  counts 1 conversation
ask completeness:arrived per day from 2024-03-31 to 2024-04-02
    2024-03-31  2
    2024-04-01  1

story calls
call 1  mon 11:00  customer calls
    mon 11:00:05  enters queue sales
    mon 11:00:35  abandons
source switchboard  mon 00:00  counts 2 calls
ask completeness:calls total mon..tue
    total  50%
