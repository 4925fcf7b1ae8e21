# Of the surveys delivered whose time to answer is over, how many were answered.

story fifty of two hundred, and forty sent yesterday are too young
survey A1..A50    d1 09:00   sent csat
    d1 12:00  rates 5
survey B1..B150   d1 09:00   sent csat
survey C1..C40    d19 09:00  sent csat
as of d20 09:00
ask survey_response_rate total
    total  25%  19.5%..31.4%  numerator=50  denominator=200  pending=40

story what came back undelivered was not asked
survey A  d1 09:00  sent csat
    d1 10:00  rates 5
survey B  d1 09:00  sent csat
    d1 09:01  bounces
as of d20
ask survey_response_rate total
    total  100%  denominator=1
