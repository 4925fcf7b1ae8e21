# Three customers with both answers; of a fourth there is only one, and the fifth never turned to us in between.
story six to eight, nine to nine, three to two
survey b1  mon 08:00  sent nps scale 0-10 customer=ann
    mon 09:00  rates 6
survey b2  mon 08:00  sent nps scale 0-10 customer=bob
    mon 09:00  rates 9
survey b3  mon 08:00  sent nps scale 0-10 customer=cyd
    mon 09:00  rates 3
survey b5  mon 08:00  sent nps scale 0-10 customer=eve
    mon 09:00  rates 0
#1  tue 09:00  customer opens customer=ann team=support
    tue 10:00  ana solves
#2  tue 09:00  customer opens customer=bob team=support
    tue 10:00  ana solves
#3  tue 09:00  customer opens customer=cyd team=sales
    tue 10:00  ben solves
#4  tue 09:00  customer opens customer=dan
    tue 10:00  ana solves
survey a1  wed 08:00  sent nps scale 0-10 customer=ann
    wed 09:00  rates 8
survey a2  wed 08:00  sent nps scale 0-10 customer=bob
    wed 09:00  rates 9
survey a3  wed 08:00  sent nps scale 0-10 customer=cyd
    wed 09:00  rates 2
survey a4  wed 08:00  sent nps scale 0-10 customer=dan
    wed 09:00  rates 10
survey a5  wed 08:00  sent nps scale 0-10 customer=eve
    wed 09:00  rates 10

ask experience_delta:nps, experience_delta:nps_mean, experience_delta total
    experience_delta:nps       33.3  n=3
    experience_delta:nps_mean  0.33  n=3
    experience_delta           -
ask experience_delta:nps_mean total by team
    sales    -1   n=1
    support   1   n=2

# Told later: dan turns to us again, and answers again; two conversations between two answers are one pair.
#5  thu 09:00  customer opens customer=dan
    thu 10:00  ana solves
#6  thu 11:00  customer opens customer=dan
    thu 12:00  ana solves
survey c4  fri 08:00  sent nps scale 0-10 customer=dan
    fri 09:00  rates 7

ask experience_delta:nps_mean per day
    wed   0.33  n=3
    fri  -3     n=1

# One that was open while the first answer was given is not between; another scale is another question.
story neither between nor alike
#1  mon 09:00  customer opens customer=ann
survey s1  mon 08:00  sent csat scale 1-5 customer=ann
    mon 10:00  rates 2
#1  mon 11:00  ana solves
survey s2  tue 08:00  sent csat scale 1-5 customer=ann
    tue 10:00  rates 4
#2  wed 09:00  customer opens customer=ann
    wed 11:00  ana solves
survey s3  wed 12:00  sent csat scale 1-7 customer=ann
    wed 13:00  rates 7

ask experience_delta total
    total  -
