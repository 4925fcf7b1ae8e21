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

story calls
call 1  mon 11:00  customer calls
    mon 11:00:05  enters queue sales
    mon 11:00:35  abandons
source switchboard  mon 00:00  counts 2 calls
ask completeness:calls total mon..tue
    total  50%
