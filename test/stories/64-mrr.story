# Six customers over May: the movements of the worked example, and everything made of them.
story movements of recurring revenue
week 2024-04-29

subscription a
    2024-04-01 12:00  pays 50 customer=a
subscription b
    2024-04-01 12:00  pays 80 customer=b
    2024-05-10 12:00  pays 100 customer=b
subscription c
    2024-04-01 12:00  pays 60 customer=c
    2024-05-11 12:00  pays 40 customer=c
subscription d
    2024-04-01 12:00  pays 30 customer=d
    2024-05-12 12:00  ends customer=d voluntary_end=true
subscription e
    2024-05-13 12:00  pays 25 customer=e
subscription f
    2024-03-01 12:00  pays 10 customer=f
    2024-04-15 12:00  ends customer=f
    2024-05-14 12:00  pays 50 customer=f
customer z
    2024-06-01 12:00  changes plan=pro

ask mrr, mrr:opening, mrr:new, mrr:reactivation, mrr:expansion, mrr:contraction, mrr:churn, mrr:net_new total from 2024-05-01 to 2024-06-01
    mrr                 265  n=5
    mrr:opening         220  n=4
    mrr:new              25  n=1
    mrr:reactivation     50  n=1
    mrr:expansion        20  n=1
    mrr:contraction      20  n=1
    mrr:churn            30  n=1
    mrr:net_new          45  n=6

ask mrr_growth_rate, gross_revenue_retention, gross_revenue_retention:churn, net_revenue_retention, net_revenue_retention:with_reactivation, arpa, expansion_rate, customer_churn_rate, customer_churn_rate:voluntary, customer_churn_rate:involuntary, customer_retention_rate total from 2024-05-01 to 2024-06-01
    mrr_growth_rate                          20.5%
    gross_revenue_retention                  77.3%  numerator=170  denominator=220
    gross_revenue_retention:churn            22.7%
    net_revenue_retention                    86.4%
    net_revenue_retention:with_reactivation 109.1%
    arpa                                     53
    expansion_rate                           9.1%
    customer_churn_rate                      25%  n=4  numerator=1
    customer_churn_rate:voluntary            25%  n=4
    customer_churn_rate:involuntary           0%  n=4
    customer_retention_rate                  75%

# Months beside each other, and a period that has begun.
ask mrr per month from 2024-03-01 to 2024-07-01
    2024-03  10  n=1
    2024-04  220  n=4
    2024-05  265  n=5
    2024-06  265  n=5
    total    265

ask mrr_growth_rate:monthly total from 2024-04-01 to 2024-06-01
    414.8%

story two subscriptions of one customer are summed
subscription one
    2024-04-01  pays 100 customer=a
    2024-05-10  ends customer=a
subscription two
    2024-04-01  pays 40 customer=a
subscription three
    2024-04-01  pays 60 customer=b
subscription three
    2024-06-01 12:00  pays 60 customer=b
customer b
    2024-04-02  is the same as a

# Both are one: cancelling one of three subscriptions is contraction, not churn.
ask mrr:contraction, mrr:churn, customer_churn_rate total from 2024-05-01 to 2024-06-01
    mrr:contraction      100  n=1
    mrr:churn            0
    customer_churn_rate  0%  n=1

story growth over two months is compounded
subscription one
    2024-04-01  pays 100 customer=a
    2024-06-10  pays 121 customer=a
customer a
    2024-07-01 12:00  changes plan=pro

ask mrr_growth_rate:monthly, mrr_growth_rate total from 2024-05-01 to 2024-07-01
    mrr_growth_rate:monthly  10%
    mrr_growth_rate          21%

ask mrr_growth_rate total from 2024-03-01 to 2024-05-01
    -  n=1

story weekly and yearly prices come as a month's
subscription yearly
    2024-04-01  pays 166.67 customer=a
subscription weekly
    2024-04-01  pays 52 customer=b
customer b
    2024-05-01 12:00  changes plan=pro

ask mrr by plan total from 2024-04-01 to 2024-05-01
    -  218.67  n=2

story gross churn of the hundred
subscription a
    2024-04-01  pays 10 customer=a
    2024-05-02  ends customer=a
subscription b
    2024-04-01  pays 30 customer=b
    2024-05-02  pays 20 customer=b
subscription c
    2024-04-01  pays 60 customer=c
    2024-05-02  pays 70 customer=c
customer a
    2024-06-01 12:00  changes plan=pro

ask gross_revenue_retention:churn, net_revenue_retention, net_revenue_retention:churn total from 2024-05-01 to 2024-06-01
    gross_revenue_retention:churn  20%
    net_revenue_retention          90%
    net_revenue_retention:churn    10%
