# A hundred calls in half an hour, three minutes each: a load of ten.
story a hundred calls in half an hour
call 1..100
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  ana answers for 2m
    mon 09:02:10  ana wraps up for 1m
    mon 09:03:10  ends
customer bea  mon 12:00  changes plan=pro

ask required_agents(within=19.8), required_agents:scheduled(within=19.8), required_agents:scheduled(within=19.8,shrinkage=0) total from mon 09:00 to mon 09:30
    required_agents(within=19.8)                        14  n=100  service_level=88.8%  wait_chance=17.4%  occupancy=71.4%
    required_agents:scheduled(within=19.8)              20  n=100
    required_agents:scheduled(within=19.8,shrinkage=0)  14

# Whoever is not to be busier than 70 % needs another one; where callers hang up fewer will do.
ask required_agents(most_occupancy=0.7), required_agents(patience=60) total from mon 09:00 to mon 09:30
    required_agents(most_occupancy=0.7)  15
    required_agents(patience=60)         12

# A day has no one number, and nobody is needed where nobody calls.
ask required_agents total
    total  -
ask required_agents per hour from mon 09:00 to mon 11:00
    2024-01-01 09:00  8
    2024-01-01 10:00  -

story two hundred and fifty calls
call 1..250
    mon 09:00  customer calls
    mon 09:00  enters queue support for 0s
    mon 09:00  ana answers for 210s
    mon 09:04  ends
customer bea  mon 12:00  changes plan=pro

ask required_agents(goal=0.73), required_agents(goal=0.8) total from mon 09:00 to mon 09:30
    required_agents(goal=0.73)  33
    required_agents(goal=0.8)   34

# Two Mondays: the mean of both hours.
story an hour of the week
call 1..30
    mon 09:00  customer calls
    mon 09:00  enters queue support for 0s
    mon 09:00  ana answers for 4m
    mon 09:04  ends
call 31..90
    w2 mon 09:00  customer calls
    w2 mon 09:00  enters queue support for 0s
    w2 mon 09:00  ana answers for 4m
    w2 mon 09:04  ends
customer bea  w2 mon 12:00  changes plan=pro

ask required_agents per hour_of_week
    Mon 09:00  5  n=90
