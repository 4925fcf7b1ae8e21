story May and June
order m1..m1000
    2024-05-10  is placed for 10 network=mastercard
order v1..v1000
    2024-05-10  is placed for 10 network=visa
order j1..j600
    2024-06-10  is placed for 10 network=mastercard
order w1..w600
    2024-06-10  is placed for 10 network=visa
dispute a1..a9
    2024-06-20  is received network=mastercard
dispute b1..b9
    2024-06-20  is received network=visa
dispute s1
    2024-06-21  is received network=visa stage=second
dispute s2
    2024-06-21  is received network=visa stage=alert
customer z
    2024-07-01 12:00  changes plan=pro

ask chargeback_rate:visa_same_month, chargeback_rate:mastercard_ctr, chargeback_rate total from 2024-06-01 to 2024-07-01
    chargeback_rate:visa_same_month  1.5%  n=9
    chargeback_rate:mastercard_ctr   0.9%  n=9
    chargeback_rate                  1.5%  n=18

# In the first month of trading there are no sales of a month before.
ask chargeback_rate:mastercard_ctr total from 2024-05-01 to 2024-06-01
    -

story fraud reports and disputes by Visa
order v1..v1000
    2024-06-10  is placed for 10 network=visa
dispute f1..f6
    2024-06-20  is reported as fraud network=visa
dispute d1..d9
    2024-06-20  is received network=visa
dispute f1..f3
    2024-06-21  is received network=visa

ask chargeback_rate:visa_vamp, chargeback_rate:visa_vamp_once, chargeback_rate:disputes total from 2024-06-01 to 2024-07-01
    chargeback_rate:visa_vamp       1.8%
    chargeback_rate:visa_vamp_once  1.5%
    chargeback_rate:disputes        12


story an amount that nobody told is not known
order o1  2024-06-10  is placed for 40 network=visa
dispute a1  2024-06-20  is received amount=10 network=visa
dispute a2  2024-06-20  is received network=visa
customer z
    2024-07-01 12:00  changes plan=pro

ask chargeback_rate:disputed_amount, chargeback_rate:amount, chargeback_rate total from 2024-06-01 to 2024-07-01
    chargeback_rate:disputed_amount  10  n=1  not_known=1
    chargeback_rate:amount           25%  n=1  not_known=1
    chargeback_rate                  200%  n=2
