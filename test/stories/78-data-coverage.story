# Of how many conversations it is known what the numbers need.

story ninety of a hundred and twenty have a topic
#1..90   2024-05-03 10:00  customer opens topic=price
#91..120 2024-05-03 10:00  customer opens
ask data_coverage:topic total
    total  75%  66.6%..81.9%  n=120  numerator=90

story all fields must be known, a bot's spam aside
#1  mon 09:00  customer opens topic=price team=support customer=bea
#2  mon 09:00  customer opens topic=price customer=bea
#3  mon 09:00  customer opens team=support customer=bob
#4  mon 09:00  customer opens
    mon 09:05  ana marks spam
ask data_coverage, data_coverage:customer, data_coverage:team total
    data_coverage           33.3%  n=3
    data_coverage:customer  100%  n=3
    data_coverage:team      66.7%  n=3
