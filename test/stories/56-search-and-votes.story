story sixty-four of a hundred
visit v1
    2024-05-02 10:00  searches pay clicked=true
visit v2
    2024-05-02 10:00  searches pay clicked=true
visit v3
    2024-05-02 10:00  searches pay clicked=true
visit v4
    2024-05-02 10:00  searches pay clicked=true
visit v5
    2024-05-02 10:00  searches pay clicked=true
visit v6
    2024-05-02 10:00  searches pay clicked=true
visit v7
    2024-05-02 10:00  searches pay clicked=true
visit v8
    2024-05-02 10:00  searches pay clicked=true
visit v9
    2024-05-02 10:00  searches pay clicked=true
visit v10
    2024-05-02 10:00  searches pay clicked=true
visit v11
    2024-05-02 10:00  searches pay clicked=true
visit v12
    2024-05-02 10:00  searches pay clicked=true
visit v13
    2024-05-02 10:00  searches pay clicked=true
visit v14
    2024-05-02 10:00  searches pay clicked=true
visit v15
    2024-05-02 10:00  searches pay clicked=true
visit v16
    2024-05-02 10:00  searches pay clicked=true
visit v17
    2024-05-02 10:00  searches pay clicked=true
visit v18
    2024-05-02 10:00  searches pay clicked=true
visit v19
    2024-05-02 10:00  searches pay clicked=true
visit v20
    2024-05-02 10:00  searches pay clicked=true
visit v21
    2024-05-02 10:00  searches pay clicked=true
visit v22
    2024-05-02 10:00  searches pay clicked=true
visit v23
    2024-05-02 10:00  searches pay clicked=true
visit v24
    2024-05-02 10:00  searches pay clicked=true
visit v25
    2024-05-02 10:00  searches pay clicked=true
visit v26
    2024-05-02 10:00  searches pay clicked=true
visit v27
    2024-05-02 10:00  searches pay clicked=true
visit v28
    2024-05-02 10:00  searches pay clicked=true
visit v29
    2024-05-02 10:00  searches pay clicked=true
visit v30
    2024-05-02 10:00  searches pay clicked=true
visit v31
    2024-05-02 10:00  searches pay clicked=true
visit v32
    2024-05-02 10:00  searches pay clicked=true
visit v33
    2024-05-02 10:00  searches pay clicked=true
visit v34
    2024-05-02 10:00  searches pay clicked=true
visit v35
    2024-05-02 10:00  searches pay clicked=true
visit v36
    2024-05-02 10:00  searches pay clicked=true
visit v37
    2024-05-02 10:00  searches pay clicked=true
visit v38
    2024-05-02 10:00  searches pay clicked=true
visit v39
    2024-05-02 10:00  searches pay clicked=true
visit v40
    2024-05-02 10:00  searches pay clicked=true
visit v41
    2024-05-02 10:00  searches pay clicked=true
visit v42
    2024-05-02 10:00  searches pay clicked=true
visit v43
    2024-05-02 10:00  searches pay clicked=true
visit v44
    2024-05-02 10:00  searches pay clicked=true
visit v45
    2024-05-02 10:00  searches pay clicked=true
visit v46
    2024-05-02 10:00  searches pay clicked=true
visit v47
    2024-05-02 10:00  searches pay clicked=true
visit v48
    2024-05-02 10:00  searches pay clicked=true
visit v49
    2024-05-02 10:00  searches pay clicked=true
visit v50
    2024-05-02 10:00  searches pay clicked=true
visit v51
    2024-05-02 10:00  searches pay clicked=true
visit v52
    2024-05-02 10:00  searches pay clicked=true
visit v53
    2024-05-02 10:00  searches pay clicked=true
visit v54
    2024-05-02 10:00  searches pay clicked=true
visit v55
    2024-05-02 10:00  searches pay clicked=true
visit v56
    2024-05-02 10:00  searches pay clicked=true
visit v57
    2024-05-02 10:00  searches pay clicked=true
visit v58
    2024-05-02 10:00  searches pay clicked=true
visit v59
    2024-05-02 10:00  searches pay clicked=true
visit v60
    2024-05-02 10:00  searches pay clicked=true
visit v61
    2024-05-02 10:00  searches pay clicked=true
visit v62
    2024-05-02 10:00  searches pay clicked=true
visit v63
    2024-05-02 10:00  searches pay clicked=true
visit v64
    2024-05-02 10:00  searches pay clicked=true
visit v65
    2024-05-02 10:00  searches pay clicked=false
visit v66
    2024-05-02 10:00  searches pay clicked=false
visit v67
    2024-05-02 10:00  searches pay clicked=false
visit v68
    2024-05-02 10:00  searches pay clicked=false
visit v69
    2024-05-02 10:00  searches pay clicked=false
visit v70
    2024-05-02 10:00  searches pay clicked=false
visit v71
    2024-05-02 10:00  searches pay clicked=false
visit v72
    2024-05-02 10:00  searches pay clicked=false
visit v73
    2024-05-02 10:00  searches pay clicked=false
visit v74
    2024-05-02 10:00  searches pay clicked=false
visit v75
    2024-05-02 10:00  searches pay clicked=false
visit v76
    2024-05-02 10:00  searches pay clicked=false
visit v77
    2024-05-02 10:00  searches pay clicked=false
visit v78
    2024-05-02 10:00  searches pay clicked=false
visit v79
    2024-05-02 10:00  searches pay clicked=false
visit v80
    2024-05-02 10:00  searches pay clicked=false
visit v81
    2024-05-02 10:00  searches pay clicked=false
visit v82
    2024-05-02 10:00  searches pay clicked=false
visit v83
    2024-05-02 10:00  searches pay clicked=false
visit v84
    2024-05-02 10:00  searches pay clicked=false
visit v85
    2024-05-02 10:00  searches pay clicked=false
visit v86
    2024-05-02 10:00  searches pay clicked=false
visit v87
    2024-05-02 10:00  searches pay clicked=false
visit v88
    2024-05-02 10:00  searches pay clicked=false
visit v89
    2024-05-02 10:00  searches pay clicked=false
visit v90
    2024-05-02 10:00  searches pay clicked=false
visit v91
    2024-05-02 10:00  searches pay clicked=false
visit v92
    2024-05-02 10:00  searches pay clicked=false
visit v93
    2024-05-02 10:00  searches pay clicked=false
visit v94
    2024-05-02 10:00  searches pay clicked=false
visit v95
    2024-05-02 10:00  searches pay clicked=false
visit v96
    2024-05-02 10:00  searches pay clicked=false
visit v97
    2024-05-02 10:00  searches pay clicked=false
visit v98
    2024-05-02 10:00  searches pay clicked=false
visit v99
    2024-05-02 10:00  searches pay clicked=false
visit v100
    2024-05-02 10:00  searches pay clicked=false

ask search_success, search_success:found total from 2024-05-01 to 2024-06-01
    search_success        64%  n=100  54.2%..72.7%
    search_success:found  100%

story another search within two minutes says that the first one failed
visit v1
    2024-05-02 10:00  searches pay clicked=true
    +90s  searches invoice clicked=true
    +3m  searches bill clicked=true

ask search_success total from 2024-05-01 to 2024-06-01
    66.7%  n=3

story three of five votes are few
visit v1
    2024-05-02 10:00  votes pay helpful
visit v2
    2024-05-02 10:00  votes pay helpful
visit v3
    2024-05-02 10:00  votes pay helpful
visit v4
    2024-05-02 10:00  votes pay unhelpful
visit v5
    2024-05-02 10:00  votes pay unhelpful

ask article_helpfulness total from 2024-05-01 to 2024-06-01
    60%  n=5  lowN=true  23.1%..88.2%

