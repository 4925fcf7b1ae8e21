# Five contacted in time, one late, one only by a machine, one who answered ten hours ago.
story eight who were unhappy
#A  d1 08:00  customer opens customer=ann
survey A1..A5  d1 09:00  sent nps about #A scale 0-10
    d1 10:00  rates 3
#A  d2 10:00  ana replies
#B  d1 08:00  customer opens customer=bob
survey B  d1 09:00  sent nps about #B scale 0-10
    d1 10:00  rates 6
#B  d3 10:00:01  ana replies
#C  d1 08:00  customer opens customer=cyd
survey C  d1 09:00  sent csat about #C scale 1-5
    d1 10:00  rates 2
#C  d1 11:00  auto replies
    d1 12:00  ana notes
#D  d9 08:00  customer opens customer=dan
survey D  d9 09:00  sent ces2 about #D scale 1-7
    d9 10:00  rates 3
# Neither a passive nor who found it easy is unhappy.
survey E  d1 09:00  sent nps about #A scale 0-10
    d1 10:00  rates 7
survey F  d1 09:00  sent ces2 about #A scale 1-7
    d1 10:00  rates 4
as of d9 20:00
ask detractor_followup_rate total
    total  71.4%  numerator=5  n=7  pending=1

# Asked how we are all in all, without a conversation: whoever writes to the customer has got back to them.
story asked without a conversation
survey R  d1 09:00  sent nps customer=ann relational=true
    d1 10:00  rates 0
survey S  d1 09:00  sent nps customer=bob relational=true
    d1 10:00  rates 0
#1  d1 08:00  customer opens customer=ann
    d2 08:00  ana replies
#2  d1 08:00  customer opens customer=cyd
    d2 08:00  ana replies
as of d9
ask detractor_followup_rate total
    total  50%  n=2
