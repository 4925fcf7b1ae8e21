story ten and a half people on average
agent a1
    2024-01-01  is hired
    2024-06-16  leaves voluntary=true
agent a2
    2024-01-01  is hired
agent a3
    2024-01-01  is hired
agent a4
    2024-01-01  is hired
agent a5
    2024-01-01  is hired
agent a6
    2024-01-01  is hired
agent a7
    2024-01-01  is hired
agent a8
    2024-01-01  is hired
agent a9
    2024-01-01  is hired
agent a10
    2024-01-01  is hired
agent a11
    2024-01-01  is hired
agent x
    2024-01-01  is hired contractor=true
    2024-06-10  leaves
customer z
    2024-07-02  changes plan=pro

ask employee_turnover_rate, employee_turnover_rate:voluntary, employee_turnover_rate:involuntary, employee_turnover_rate:yearly, employee_retention_rate total from 2024-06-01 to 2024-07-01
    employee_turnover_rate              9.52%  n=11  numerator=1  denominator=10.5
    employee_turnover_rate:voluntary    9.52%
    employee_turnover_rate:involuntary  0%  n=11
    employee_turnover_rate:yearly       114.3%
    employee_retention_rate             90.9%  n=11

# Fifty, of whom twelve left; thirteen came, of whom five left again.
story fifty at the beginning, forty-six at the end
agent a1
    2024-01-01  is hired
    2024-06-16  leaves
agent a2
    2024-01-01  is hired
    2024-06-16  leaves
agent a3
    2024-01-01  is hired
    2024-06-16  leaves
agent a4
    2024-01-01  is hired
    2024-06-16  leaves
agent a5
    2024-01-01  is hired
    2024-06-16  leaves
agent a6
    2024-01-01  is hired
    2024-06-16  leaves
agent a7
    2024-01-01  is hired
    2024-06-16  leaves
agent a8
    2024-01-01  is hired
    2024-06-16  leaves
agent a9
    2024-01-01  is hired
    2024-06-16  leaves
agent a10
    2024-01-01  is hired
    2024-06-16  leaves
agent a11
    2024-01-01  is hired
    2024-06-16  leaves
agent a12
    2024-01-01  is hired
    2024-06-16  leaves
agent a13
    2024-01-01  is hired
agent a14
    2024-01-01  is hired
agent a15
    2024-01-01  is hired
agent a16
    2024-01-01  is hired
agent a17
    2024-01-01  is hired
agent a18
    2024-01-01  is hired
agent a19
    2024-01-01  is hired
agent a20
    2024-01-01  is hired
agent a21
    2024-01-01  is hired
agent a22
    2024-01-01  is hired
agent a23
    2024-01-01  is hired
agent a24
    2024-01-01  is hired
agent a25
    2024-01-01  is hired
agent a26
    2024-01-01  is hired
agent a27
    2024-01-01  is hired
agent a28
    2024-01-01  is hired
agent a29
    2024-01-01  is hired
agent a30
    2024-01-01  is hired
agent a31
    2024-01-01  is hired
agent a32
    2024-01-01  is hired
agent a33
    2024-01-01  is hired
agent a34
    2024-01-01  is hired
agent a35
    2024-01-01  is hired
agent a36
    2024-01-01  is hired
agent a37
    2024-01-01  is hired
agent a38
    2024-01-01  is hired
agent a39
    2024-01-01  is hired
agent a40
    2024-01-01  is hired
agent a41
    2024-01-01  is hired
agent a42
    2024-01-01  is hired
agent a43
    2024-01-01  is hired
agent a44
    2024-01-01  is hired
agent a45
    2024-01-01  is hired
agent a46
    2024-01-01  is hired
agent a47
    2024-01-01  is hired
agent a48
    2024-01-01  is hired
agent a49
    2024-01-01  is hired
agent a50
    2024-01-01  is hired
agent n1
    2024-06-05  is hired
    2024-06-20  leaves
agent n2
    2024-06-05  is hired
    2024-06-20  leaves
agent n3
    2024-06-05  is hired
    2024-06-20  leaves
agent n4
    2024-06-05  is hired
    2024-06-20  leaves
agent n5
    2024-06-05  is hired
    2024-06-20  leaves
agent n6
    2024-06-05  is hired
agent n7
    2024-06-05  is hired
agent n8
    2024-06-05  is hired
agent n9
    2024-06-05  is hired
agent n10
    2024-06-05  is hired
agent n11
    2024-06-05  is hired
agent n12
    2024-06-05  is hired
agent n13
    2024-06-05  is hired
customer z
    2024-07-02  changes plan=pro

ask employee_turnover_rate:ends, employee_turnover_rate:distinct, employee_turnover_rate:start, employee_retention_rate total from 2024-06-01 to 2024-07-01
    employee_turnover_rate:ends      35.4%
    employee_turnover_rate:distinct  27.0%  n=63
    employee_turnover_rate:start     34%
    employee_retention_rate          76%  n=50

story a hundred to ninety-eight
agent a1
    2024-01-01  is hired
    2024-06-16  leaves
agent a2
    2024-01-01  is hired
    2024-06-16  leaves
agent a3
    2024-01-01  is hired
agent a4
    2024-01-01  is hired
agent a5
    2024-01-01  is hired
agent a6
    2024-01-01  is hired
agent a7
    2024-01-01  is hired
agent a8
    2024-01-01  is hired
agent a9
    2024-01-01  is hired
agent a10
    2024-01-01  is hired
agent a11
    2024-01-01  is hired
agent a12
    2024-01-01  is hired
agent a13
    2024-01-01  is hired
agent a14
    2024-01-01  is hired
agent a15
    2024-01-01  is hired
agent a16
    2024-01-01  is hired
agent a17
    2024-01-01  is hired
agent a18
    2024-01-01  is hired
agent a19
    2024-01-01  is hired
agent a20
    2024-01-01  is hired
agent a21
    2024-01-01  is hired
agent a22
    2024-01-01  is hired
agent a23
    2024-01-01  is hired
agent a24
    2024-01-01  is hired
agent a25
    2024-01-01  is hired
agent a26
    2024-01-01  is hired
agent a27
    2024-01-01  is hired
agent a28
    2024-01-01  is hired
agent a29
    2024-01-01  is hired
agent a30
    2024-01-01  is hired
agent a31
    2024-01-01  is hired
agent a32
    2024-01-01  is hired
agent a33
    2024-01-01  is hired
agent a34
    2024-01-01  is hired
agent a35
    2024-01-01  is hired
agent a36
    2024-01-01  is hired
agent a37
    2024-01-01  is hired
agent a38
    2024-01-01  is hired
agent a39
    2024-01-01  is hired
agent a40
    2024-01-01  is hired
agent a41
    2024-01-01  is hired
agent a42
    2024-01-01  is hired
agent a43
    2024-01-01  is hired
agent a44
    2024-01-01  is hired
agent a45
    2024-01-01  is hired
agent a46
    2024-01-01  is hired
agent a47
    2024-01-01  is hired
agent a48
    2024-01-01  is hired
agent a49
    2024-01-01  is hired
agent a50
    2024-01-01  is hired
agent a51
    2024-01-01  is hired
agent a52
    2024-01-01  is hired
agent a53
    2024-01-01  is hired
agent a54
    2024-01-01  is hired
agent a55
    2024-01-01  is hired
agent a56
    2024-01-01  is hired
agent a57
    2024-01-01  is hired
agent a58
    2024-01-01  is hired
agent a59
    2024-01-01  is hired
agent a60
    2024-01-01  is hired
agent a61
    2024-01-01  is hired
agent a62
    2024-01-01  is hired
agent a63
    2024-01-01  is hired
agent a64
    2024-01-01  is hired
agent a65
    2024-01-01  is hired
agent a66
    2024-01-01  is hired
agent a67
    2024-01-01  is hired
agent a68
    2024-01-01  is hired
agent a69
    2024-01-01  is hired
agent a70
    2024-01-01  is hired
agent a71
    2024-01-01  is hired
agent a72
    2024-01-01  is hired
agent a73
    2024-01-01  is hired
agent a74
    2024-01-01  is hired
agent a75
    2024-01-01  is hired
agent a76
    2024-01-01  is hired
agent a77
    2024-01-01  is hired
agent a78
    2024-01-01  is hired
agent a79
    2024-01-01  is hired
agent a80
    2024-01-01  is hired
agent a81
    2024-01-01  is hired
agent a82
    2024-01-01  is hired
agent a83
    2024-01-01  is hired
agent a84
    2024-01-01  is hired
agent a85
    2024-01-01  is hired
agent a86
    2024-01-01  is hired
agent a87
    2024-01-01  is hired
agent a88
    2024-01-01  is hired
agent a89
    2024-01-01  is hired
agent a90
    2024-01-01  is hired
agent a91
    2024-01-01  is hired
agent a92
    2024-01-01  is hired
agent a93
    2024-01-01  is hired
agent a94
    2024-01-01  is hired
agent a95
    2024-01-01  is hired
agent a96
    2024-01-01  is hired
agent a97
    2024-01-01  is hired
agent a98
    2024-01-01  is hired
agent a99
    2024-01-01  is hired
agent a100
    2024-01-01  is hired
customer z
    2024-07-02  changes plan=pro

ask employee_turnover_rate:ends, employee_turnover_rate:start total from 2024-06-01 to 2024-07-01
    employee_turnover_rate:ends   2.02%
    employee_turnover_rate:start  2%

