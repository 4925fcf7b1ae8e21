# How customers sound in what they write beside their answers: labelled by people or by a classifier, after they wrote.

story 30 of 120 comments are negative
survey A1..A30  mon 09:00  sent csat
    +1h  rates 1 comment="Never again."
    +1h  bot labels negative version=v1
survey B1..B60  mon 09:00  sent csat
    +1h  rates 3 comment="It was so."
    +1h  bot labels neutral version=v1
survey C1..C30  mon 09:00  sent csat
    +1h  rates 5 comment="Thank you!"
    +1h  bot labels positive version=v1
ask sentiment_share, sentiment_share:neutral, sentiment_share:positive total
    sentiment_share           25%  18.1%..33.4%  n=120  negative=30  neutral=60  positive=30
    sentiment_share:neutral   50%
    sentiment_share:positive  25%

# It finds 8 of the 10 negative ones that people found, leaves 9 of 10 others alone, and calls 15 of 60 negative.
story a classifier is corrected by what people read
survey A1..A8  mon 09:00  sent csat
    +1h  rates 1 comment=x
    +1h  bot labels negative version=v1
    +1h  ana labels negative
survey B1..B2  mon 09:00  sent csat
    +1h  rates 1 comment=x
    +1h  bot labels neutral version=v1
    +1h  ana labels negative
survey C1..C9  mon 09:00  sent csat
    +1h  rates 4 comment=x
    +1h  bot labels positive version=v1
    +1h  ana labels positive
survey D  mon 09:00  sent csat
    +1h  rates 4 comment=x
    +1h  bot labels negative version=v1
    +1h  ana labels neutral
survey E1..E6  mon 09:00  sent csat
    +1h  rates 1 comment=x
    +1h  bot labels negative version=v1
survey F1..F34  mon 09:00  sent csat
    +1h  rates 5 comment=x
    +1h  bot labels positive version=v1
ask sentiment_share:classified, sentiment_share:coded, sentiment_share:corrected total
    sentiment_share:classified  25%    n=60  numerator=15
    sentiment_share:coded       50%    n=20  unknown=40
    sentiment_share:corrected   21.4%  0%..47.5%  n=60  numerator=15  sensitivity=0.8  specificity=0.9  apparent=0.25  checked=20
# Where both read it the person counts: 8 + 2 of people, 6 of the classifier.
ask sentiment_share total
    total  26.7%  n=60  numerator=16

story nobody checked the classifier
survey A  mon 09:00  sent csat
    +1h  rates 1 comment=x
    +1h  bot labels negative
ask sentiment_share:corrected, sentiment_share total
    sentiment_share:corrected  -     n=1
    sentiment_share            100%  n=1

story the last reading counts, and a comment nobody read is told apart
survey A  mon 09:00  sent csat
    mon 10:00  rates 2 comment=x
    mon 11:00  bot labels positive version=v1
    mon 12:00  bot labels negative version=v2
survey B  mon 09:00  sent csat
    mon 10:00  rates 2 comment=x
    mon 11:00  ana labels neutral
    mon 12:00  bot labels negative version=v2
survey C  mon 09:00  sent csat
    mon 10:00  rates 2 comment=x
# Out of range is the score, not what was written.
survey D  mon 09:00  sent csat
    mon 10:00  rates 9 comment=x
    mon 11:00  bot labels negative version=v2
survey E  mon 09:00  sent csat
    mon 10:00  rates 2
survey F  mon 09:00  sent csat
    mon 10:00  ana rates 5 comment=x
    mon 11:00  bot labels positive version=v2
ask sentiment_share total
    total  66.7%  n=3  unknown=1  by_agent=1
ask sentiment_share:classified total by classifier
    v2  100%  n=3
    -   -     n=0

story themes as topics
survey A1..A3  mon 09:00  sent csat
    +1h  rates 1 comment=x
    +1h  bot labels negative topic=delivery
    +1h  ana labels negative topic=price
survey B  mon 09:00  sent csat
    +1h  rates 1 comment=x
    +1h  bot labels negative topic=delivery
survey C  mon 09:00  sent csat
    +1h  rates 1 comment=x
ask sentiment_share:themes total by theme
    price     75%  n=3  rank=1
    delivery  25%  n=1  rank=2
    -         -    n=0  unknown=1
ask sentiment_share total by theme
    price     100%  n=3
    delivery  100%  n=1
    -         -     n=0  unknown=1
