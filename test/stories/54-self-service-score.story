story forty to one
visit v1
    2024-05-02 10:00  views pay visitor=x1
visit v2
    2024-05-02 10:00  views pay visitor=x2
visit v3
    2024-05-02 10:00  views pay visitor=x3
visit v4
    2024-05-02 10:00  views pay visitor=x4
visit v5
    2024-05-02 10:00  views pay visitor=x5
visit v6
    2024-05-02 10:00  views pay visitor=x6
visit v7
    2024-05-02 10:00  views pay visitor=x7
visit v8
    2024-05-02 10:00  views pay visitor=x8
visit v9
    2024-05-02 10:00  views pay visitor=x9
visit v10
    2024-05-02 10:00  views pay visitor=x10
visit v11
    2024-05-02 10:00  views pay visitor=x11
visit v12
    2024-05-02 10:00  views pay visitor=x12
visit v13
    2024-05-02 10:00  views pay visitor=x13
visit v14
    2024-05-02 10:00  views pay visitor=x14
visit v15
    2024-05-02 10:00  views pay visitor=x15
visit v16
    2024-05-02 10:00  views pay visitor=x16
visit v17
    2024-05-02 10:00  views pay visitor=x17
visit v18
    2024-05-02 10:00  views pay visitor=x18
visit v19
    2024-05-02 10:00  views pay visitor=x19
visit v20
    2024-05-02 10:00  views pay visitor=x20
visit v21
    2024-05-02 10:00  views pay visitor=x21
visit v22
    2024-05-02 10:00  views pay visitor=x22
visit v23
    2024-05-02 10:00  views pay visitor=x23
visit v24
    2024-05-02 10:00  views pay visitor=x24
visit v25
    2024-05-02 10:00  views pay visitor=x25
visit v26
    2024-05-02 10:00  views pay visitor=x26
visit v27
    2024-05-02 10:00  views pay visitor=x27
visit v28
    2024-05-02 10:00  views pay visitor=x28
visit v29
    2024-05-02 10:00  views pay visitor=x29
visit v30
    2024-05-02 10:00  views pay visitor=x30
visit v31
    2024-05-02 10:00  views pay visitor=x31
visit v32
    2024-05-02 10:00  views pay visitor=x32
visit v33
    2024-05-02 10:00  views pay visitor=x33
visit v34
    2024-05-02 10:00  views pay visitor=x34
visit v35
    2024-05-02 10:00  views pay visitor=x35
visit v36
    2024-05-02 10:00  views pay visitor=x36
visit v37
    2024-05-02 10:00  views pay visitor=x37
visit v38
    2024-05-02 10:00  views pay visitor=x38
visit v39
    2024-05-02 10:00  views pay visitor=x39
visit v40
    2024-05-02 10:00  views pay visitor=x40
visit again
    2024-05-03 10:00  views pay visitor=x1
visit crawler
    2024-05-03 10:00  views pay author=bot visitor=spider
#1
    2024-05-03 10:00  customer opens customer=c1
#2
    2024-05-04 10:00  customer opens customer=c1

ask self_service_score, self_service_score:sessions, self_service_score:visitors total from 2024-05-01 to 2024-06-01
    self_service_score           40
    self_service_score:sessions  41
    self_service_score:visitors  40  bot=1

story nobody wrote
visit v
    2024-05-02 10:00  views pay visitor=x
ask self_service_score total from 2024-05-01 to 2024-06-01
    -  n=1

