# Customer satisfaction: the satisfied among those who answered. The neutral stay in the denominator.

story 85 of 100
survey A1..A3  mon 09:00  sent csat
    +1h  rates 1
survey B1..B2  mon 09:00  sent csat
    +1h  rates 2
survey C1..C10  mon 09:00  sent csat
    +1h  rates 3
survey D1..D25  mon 09:00  sent csat
    +1h  rates 4
survey E1..E60  mon 09:00  sent csat
    +1h  rates 5
ask csat total
    total  85%  76.7%..90.7%  n=100

story good, neutral, bad
survey G1..G60  mon 09:00  sent csat scale 1-3
    +1h  rates 3
survey N1..N20  mon 09:00  sent csat scale 1-3
    +1h  rates 2
survey B1..B20  mon 09:00  sent csat scale 1-3
    +1h  rates 1
ask csat total
    total  60%

story four of five are few
survey A1..A4  mon 09:00  sent csat
    +1h  rates 4
survey B       mon 09:00  sent csat
    +1h  rates 2
ask csat total
    total  80%  37.6%..96.4%  lowN=true

story no answers, no satisfaction
survey A1..A4  mon 09:00  sent csat
ask csat total
    total  -  n=0

story the last answer within the edit window counts, and what is not on the scale is told apart
survey A  mon 09:00  sent csat
    mon 10:00  rates 1
    mon 11:00  rates 5
survey B  mon 09:00  sent csat
    mon 10:00  rates 9
survey C  mon 09:00  sent csat
    mon 10:00  ana rates 5
ask csat total
    total  100%  n=1  out_of_range=1  by_agent=1
