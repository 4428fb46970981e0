// A made-up published table in the columns of the condensed synthetic set of CTDC.

const COLUMNS = ['yearRegister', 'gender', 'majorityStatus', 'isForcedLabour', 'isSexualExploit',
  'UN_COO_Region', 'UN_COE_Region', 'IP_Exploiter', 'IP_Gender', 'IP_ageBroad',
  'IP_citizen_UNRegion', 'IP_Relation', 'IP_PayMoney', 'IP_RecruiterBroker',
  'IP_TransactionProcess', 'IP_ControlAbuseKidnap'];
const REGIONS = ['Africa', 'Americas/Oceania', 'Asia', 'Europe'];
const ROWS = 480;

/** The table as CSV: every combination comes often enough to be seen. */
export function madeUpTable() {
  const of = (list, at) => list[at % list.length];
  const lines = Array.from({ length: ROWS }, (_, row) => [
    2015 + (row % 8), of(['Female', 'Female', 'Male'], row), of(['Adult', 'Adult', 'Adult', 'Minor'], row),
    of(['1', '', '1', '', '1'], row), of(['', '1', '', '1', ''], row), of(REGIONS, row),
    of(REGIONS, row >> 2), '1', 'Male', '', of(REGIONS, row), 'StrangerUnknownOther', 'Yes', '1', '1', '1',
  ].join(','));
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}
