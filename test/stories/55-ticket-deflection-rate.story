story six of nine
visit v1
    2024-05-02 10:00  searches pay customer=c1
visit v2
    2024-05-02 10:00  searches pay customer=c2
visit v3
    2024-05-02 10:00  searches pay customer=c3
visit v4
    2024-05-02 10:00  searches pay customer=c4
visit v5
    2024-05-02 10:00  searches pay customer=c5
visit v6
    2024-05-02 10:00  searches pay customer=c6
visit v7
    2024-05-02 10:00  searches pay customer=c7
visit v8
    2024-05-02 10:00  searches pay customer=c8
visit v9
    2024-05-02 10:00  searches pay customer=c9
visit v10
    2024-05-31 19:00  searches pay customer=c10
visit nobody
    2024-05-02 10:00  searches pay
visit short
    2024-05-02 10:00  views pay seconds=5 customer=c1
#1
    2024-05-03 09:00  customer opens customer=c1
#2
    2024-05-03 09:00  customer opens customer=c2
#3
    2024-05-03 09:00  customer opens customer=c3
# After thirty hours it was another matter.
#4
    2024-05-03 16:00  customer opens customer=c4
customer z
    2024-06-01  changes plan=pro

ask ticket_deflection_rate total from 2024-05-01 to 2024-06-01
    66.7%  n=9  numerator=6  pending=1  not_linkable=1

story three hundred helped themselves, seven hundred wrote, in small
visit v1
    2024-05-02 10:00  opens form customer=c1
visit v2
    2024-05-02 10:00  opens form customer=c2
visit v3
    2024-05-02 10:00  opens form customer=c3
#1..7
    2024-05-02 09:00  customer opens
customer z
    2024-06-01  changes plan=pro

ask ticket_deflection_rate:resolutions total from 2024-05-01 to 2024-06-01
    30%

