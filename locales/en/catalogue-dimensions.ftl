# Groups in which indicators are counted.

dimension-deceptive-recruitment = Deceptive recruitment
dimension-coercive-recruitment = Coercive recruitment
dimension-abuse-of-vulnerability-at-recruitment = Recruitment by abuse of vulnerability
dimension-exploitation = Exploitation
dimension-coercion-at-destination = Coercion at destination
dimension-abuse-of-vulnerability-at-destination = Abuse of vulnerability at destination
dimension-act = Act
dimension-smuggling = Smuggling of migrants
dimension-smuggling-aggravation = Danger or ill-treatment on the journey
