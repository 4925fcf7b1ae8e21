# Net promoter score: promoters less detractors, in points.

story five, three, two
survey P1..P5  mon 09:00  sent nps
    +1h  rates 9
survey N1..N3  mon 09:00  sent nps
    +1h  rates 8
survey D1..D2  mon 09:00  sent nps
    +1h  rates 6
ask nps total
    total  +30  -19.1..65.2  n=10

story fifty, thirty, twenty
survey P1..P50  mon 09:00  sent nps
    +1h  rates 10
survey N1..N30  mon 09:00  sent nps
    +1h  rates 7
survey D1..D20  mon 09:00  sent nps
    +1h  rates 0
ask nps total
    total  +30

story ten tens
survey P1..P10  mon 09:00  sent nps
    +1h  rates 10
ask nps total
    total  +100  47.5..100

story one each of nought to ten
survey A  mon 09:00  sent nps
    +1h  rates 0
survey B  mon 09:00  sent nps
    +1h  rates 1
survey C  mon 09:00  sent nps
    +1h  rates 2
survey D  mon 09:00  sent nps
    +1h  rates 3
survey E  mon 09:00  sent nps
    +1h  rates 4
survey F  mon 09:00  sent nps
    +1h  rates 5
survey G  mon 09:00  sent nps
    +1h  rates 6
survey H  mon 09:00  sent nps
    +1h  rates 7
survey I  mon 09:00  sent nps
    +1h  rates 8
survey J  mon 09:00  sent nps
    +1h  rates 9
survey K  mon 09:00  sent nps
    +1h  rates 10
ask nps total
    total  -45.5  n=11

story half, a third, a sixth
survey P1..P3  mon 09:00  sent nps
    +1h  rates 9
survey N1..N2  mon 09:00  sent nps
    +1h  rates 7
survey D       mon 09:00  sent nps
    +1h  rates 3
ask nps total
    total  33.3

story six and a half is no answer, nor is eleven
survey A  mon 09:00  sent nps
    +1h  rates 10
survey B  mon 09:00  sent nps
    +1h  rates 6.5
survey C  mon 09:00  sent nps
    +1h  rates 11
ask nps total
    total  100  n=1  not_whole=1  out_of_range=1

story of a customer asked about the relation only the latest answer counts
survey A1  mon 09:00  sent nps customer=ann relational=true
    +1h  rates 3
survey A2  tue 09:00  sent nps customer=ann relational=true
    +1h  rates 10
survey B1  mon 09:00  sent nps customer=bob relational=true
    +1h  rates 9
survey B2  tue 09:00  sent nps customer=bob relational=true
    +1h  rates 6
survey C1  mon 09:00  sent nps customer=cyd relational=true
    +1h  rates 9
survey C2  mon 09:00  sent nps customer=cyd
    +2h  rates 0
survey C3  tue 09:00  sent nps customer=cyd relational=true
    +1h  rates 6.5
ask nps:relational total
    total  33.3  n=3  superseded=2  not_whole=1
ask nps:relational per day
    mon  33.3  n=3
    tue  0  n=2  not_whole=1
ask nps:transactional total
    total  -100  n=1

story of one moment the answer that was learned last is the latest
survey A1  mon 09:00  sent nps customer=ann relational=true topic=price
survey A2  mon 09:00  sent nps customer=ann relational=true topic=app
survey A2  mon 10:00  rates 0
survey A1  mon 10:00  rates 10
ask nps:relational by topic
    price  100  n=1
    app    -  superseded=1

story who is not known counts with each answer, and two who are one count once
survey A1  mon 09:00  sent nps relational=true
    +1h  rates 10
survey A2  mon 09:00  sent nps relational=true
    +1h  rates 10
survey B1  mon 09:00  sent nps customer=bea relational=true
    +1h  rates 0
survey B2  mon 09:00  sent nps customer=bibi relational=true
    +2h  rates 10
customer bibi  tue 09:00  is the same as bea
ask nps:relational total
    total  100  n=3  superseded=1
