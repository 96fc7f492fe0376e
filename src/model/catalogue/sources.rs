//! The sources, each written once.

/// A published source, or the statement that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Author, title.
    pub citation: &'static str,
    /// Year of the data.
    pub year: u16,
    /// Address; empty when there is none.
    pub address: &'static str,
}

const fn source(citation: &'static str, year: u16, address: &'static str) -> Source {
    Source { citation, year, address }
}

pub(super) const OEWS: Source = source(
    "US Bureau of Labor Statistics, Occupational Employment and Wage Statistics, national",
    2024,
    "https://www.bls.gov/oes/tables.htm",
);
pub(super) const ECEC: Source = source(
    "US Bureau of Labor Statistics, Employer Costs for Employee Compensation; range over employers after taking out paid leave",
    2024,
    "https://www.bls.gov/news.release/ecec.nr0.htm",
);
pub(super) const CLEVELAND_FED: Source = source(
    "Federal Reserve Bank of Cleveland: wage growth and the services part of consumer prices correlate at 0.89; taken down for other prices",
    2011,
    "http://clevelandfed.org/research/trends/2011/1111/01infpri.cfm",
);
pub(super) const CUSTOMER_THINK: Source = source(
    "CustomerThink, total in-house contact-centre cost: 75 % of paid hours are productive; ends from shrinkage of 14 to 30 %",
    2020,
    "https://customerthink.com/how-to-calculate-your-total-in-house-contact-center-costs/",
);
pub(super) const CALL_CENTRE_HELPER: Source = source(
    "Call Centre Helper, occupancy of agents on inbound calls: 75 to 90 %, typically 85 %",
    2023,
    "https://www.callcentrehelper.com/relationship-of-shrinkage-and-phone-occupancy-206899.htm",
);
pub(super) const GLOBALIFY: Source = source(
    "Globalify, Outsourcing ROI calculator (a vendor's guide)",
    2025,
    "https://globalify.com/outsourcing-roi-calculator",
);
pub(super) const METRIC_NET: Source = source(
    "MetricNet/HDI, The True Cost of Desktop Support: supervision, quality, training and planning are 31 % of direct staff",
    2010,
    "https://docplayer.net/amp/6683333-The-true-cost-of-desktop-support-understanding-the-critical-cost-drivers.html",
);
pub(super) const OFFICE_SPACE: Source = source(
    "JLL Occupancy Benchmarking and Boyd BizCosts: 100-200 sq ft a seat at 30-60 $ a sq ft",
    2018,
    "https://globalworkplaceanalytics.com/tag/jll",
);
pub(super) const SHRM_2016: Source = source(
    "SHRM Human Capital Benchmarking, 2,048 respondents; ends from Taylor Reach and SHRM 2017",
    2016,
    "https://ima-net.org/average-cost-per-hire-for-companies-is-4129-shrm-survey-finds/",
);
pub(super) const SCREEN_STEPS: Source = source(
    "ScreenSteps, how long call-centre training takes, nesting included",
    2021,
    "https://blog.screensteps.com/how-long-call-center-training",
);
pub(super) const HIVE_DESK: Source = source(
    "HiveDesk, ramp of a new agent: 67, 80, 90 % of experienced output after 4, 8, 12 weeks",
    2023,
    "https://www.hivedesk.com/blog/outsourcing/how-to-improve-call-center-training",
);
pub(super) const LEE_HECHT: Source = source(
    "Lee Hecht Harrison, severance practice in 925 firms: a week of pay for a year of service, at least 2",
    2001,
    "https://www.plansponsor.com/two-weeks-severance-pay-prevalent/",
);
pub(super) const CYENTIA: Source = source(
    "Cyentia Institute, Information Risk Insights Study: under 2 % a year for small firms, loss grows slowly with size",
    2020,
    "https://www.helpnetsecurity.com/2020/03/18/fortune-1000-breach/",
);
pub(super) const ENFORCEMENT_TRACKER: Source = source(
    "CMS, GDPR Enforcement Tracker Report: mean fine of 2.0 M EUR in 418 cases of poor security; most are far smaller",
    2025,
    "https://www.mynewsdesk.com/se/cms-wistrand/news/record-broken-gdpr-fines-exceed-eur-5-billion-for-the-first-time-cms-publishes-sixth-edition-of-the-enforcement-tracker-report-497302",
);
pub(super) const GDPR: Source = source(
    "Regulation (EU) 2016/679, article 83: at most 4 % of a year's turnover (fines below 20 M EUR may go beyond it)",
    2016,
    "https://ip-four.co.uk/docs/what-are-the-penalties-for-not-complying-with-the-gdpr/",
);
pub(super) const UPTIME: Source = source(
    "Uptime Institute: one site in five had a serious or severe outage within three years, put on a yearly basis",
    2022,
    "https://journal.uptimeinstitute.com/making-sense-of-the-outage-numbers/",
);
pub(super) const DELOITTE_2012: Source = source(
    "Deloitte outsourcing survey of 111 respondents: 34 % of those who ended early took the work back",
    2012,
    "https://searchcio.techtarget.com/feature/IT-insourcing-uptick-Survey-shows-some-IT-coming-back-in-house",
);
pub(super) const DUN_BRADSTREET: Source = source(
    "D&B Barometer of Global Outsourcing and Deloitte surveys 2005 and 2012, put on a yearly basis",
    2012,
    "http://itgovernance.co.za/3/index.php/general-articles/98-general/172-service-provider-capability",
);
pub(super) const SP_DEFAULTS: Source = source(
    "S&P Global: 1.5 to 6.7 % of speculative-grade firms default in a year; over all early ends, and many vendors are sounder",
    2022,
    "https://spglobal.com/ratings/en/research/articles/230613-default-transition-and-recovery-2022-annual-u-s-corporate-default-and-rating-transition-study-12757422",
);
pub(super) const NOTICE_CLAUSES: Source = source(
    "Tech Contracts Academy: 90 days' notice, or 180 and more; my-CPE: two months in a small offshore contract",
    2021,
    "https://www.techcontracts.com/2021/08/13/why-notice-period-terminate-convenience/",
);
pub(super) const BUDZIER_FLYVBJERG: Source = source(
    "Budzier and Flyvbjerg, overruns of 5,392 IT projects, taken down for business processes",
    2011,
    "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=2069975",
);
pub(super) const CALABRIO: Source = source(
    "ContactBabel via Calabrio, and DailyPay via AtPoint: attrition of contact centres by size",
    2023,
    "https://www.calabrio.com/blog/agent-attrition",
);
pub(super) const OVERBY: Source = source(
    "S. Overby, The Hidden Costs of Offshore Outsourcing, CIO; taken from IT deals down to smaller ones",
    2003,
    "https://www.cio.de/a/the-hidden-costs-of-offshore-outsourcing,804301",
);
pub(super) const SOURCING_MAG: Source = source(
    "SourcingMag, how to reduce offshore hidden costs: selection manager, legal work, travel",
    2006,
    "https://sourcingmag.com/2006/02/how-to-reduce-offshore-hidden-costs/",
);
pub(super) const PEARSON_RISK: Source = source(
    "Mastering Risk Management (Pearson), chapter 18, and Overby 2003 for offshore",
    2021,
    "https://oreilly.com/library/view/mastering-risk-management/9781292331300/xhtml/Chapter18_08.xhtml",
);
pub(super) const COLA_CLAUSES: Source = source(
    "Pillsbury and Morgan Lewis on cost-of-living clauses in outsourcing contracts",
    2022,
    "https://jdsupra.com/legalnews/cost-of-living-adjustment-4916180/",
);
pub(super) const SIMPLY_CONTACT: Source = source(
    "SimplyContact on recruiting and training by the vendor, and Overby 2003 on offshore transitions",
    2022,
    "https://simplycontact.com/call-center-outsourcing-how-much-does-it-cost-post",
);
pub(super) const CFI_GROUP: Source = source(
    "CFI Group, Contact Center Satisfaction Index: resolution on the first call at home and abroad",
    2010,
    "https://connectionsmagazine.com/news/offshore-call-center-usage-decreases/",
);
pub(super) const NASSCOM: Source = source(
    "NASSCOM, interaction cost of distance; low end chosen for work with clear procedures",
    2004,
    "http://blog.a1technology.com/2004/10/it-outsourcing-to-india-saves-60.htm",
);
pub(super) const ALSBRIDGE: Source = source(
    "Alsbridge and a forum of sourcing managers (SIG): 5 to 18 % of the monthly fee is at risk, 10 to 12 % as a rule",
    2010,
    "https://www.sig.org/forums/topic/service-level-agreement-sla-credits/",
);
pub(super) const PA_CONSULTING: Source = source(
    "PA Consulting, negotiating service-level credits: once 15 % of the fees of a large deal, usually next to nothing",
    2006,
    "http://sinobpo.blogspot.com/2006/12/negotiating-service-level-credits-in.html",
);
pub(super) const SCOPE_CREEP: Source = source(
    "Vendor's reading of project surveys on scope creep; weak",
    2023,
    "https://eltexsoft.com/blog/scope-creep-outsourcing-cost/",
);
pub(super) const SUPPLIER_BREACHES: Source = source(
    "Verizon DBIR 2024-2026: share of breaches that involve a third party, turned into a rise of the hazard",
    2025,
    "https://www.asisonline.org/security-management-magazine/latest-news/today-in-security/2025/april/verizon-dbir-2025/",
);
pub(super) const RATE_CARDS: Source = source(
    "Rate cards of Globalify and PITON-Global, reconciled with wages of Site Selection Group; onshore from loaded cost",
    2025,
    "https://globalify.com/outsourcing-roi-calculator",
);
pub(super) const SITE_SELECTION: Source = source(
    "The rate cards, moved by the difference in agents' wages between the countries (Site Selection Group)",
    2024,
    "https://info.siteselectiongroup.com/blog/labor-cost-comparison-of-nearshore-and-offshore-call-center-locations",
);
pub(super) const REMEMBERED_PRICES: Source =
    source("Prices by country as remembered from vendors' and advisers' notes, not looked up again", 2024, "");
pub(super) const EXCHANGE_RATES: Source = source(
    "European Central Bank reference rates and International Monetary Fund averages 2010-2024: deviation of log changes",
    2024,
    "https://www.ecb.europa.eu/stats/eurofxref/",
);
pub(super) const FEDERAL_RESERVE: Source = source(
    "US Federal Reserve, average exchange rates of the year, in a public copy",
    2024,
    "https://github.com/datasets/exchange-rates",
);
pub(super) const REMEMBERED_EXCHANGE_RATES: Source =
    source("Average exchange rates of 2024 as remembered, not looked up again", 2024, "");
pub(super) const WTW: Source = source(
    "WTW Salary Budget Planning; Mercer and Aon for Mexico",
    2025,
    "https://www.newsx.com/economy/india-to-maintain-9-5-salary-increase-in-2025-finds-wtw-survey/",
);
pub(super) const WORLD_AT_WORK: Source = source(
    "WorldatWork salary budgets 2014 for the middle; high end from wages of agents in 2022-24 (ContactBabel)",
    2014,
    "https://www.payroll-reporter.com/article/21722-india-china-brazil-lead-in-planned-pay-increases-s/",
);
pub(super) const ATTRITION_US: Source = source(
    "ApexCX, and the sector figure in Brynjolfsson, Li and Raymond: attrition at outsourcers in the United States",
    2023,
    "https://apexcx.com/cost-of-attrition-calculation-factors-for-contact-centers/",
);
pub(super) const ATTRITION_LATIN_AMERICA: Source = source(
    "Nearshore Americas: least and greatest attrition quoted for centres of the region, dated",
    2012,
    "https://nearshoreamericas.com/bpoito-provider-losing-qualified-staff/",
);
pub(super) const ATTRITION_INDIA: Source = source(
    "BPM Watch, HfS and Assocham: attrition of business process vendors in India, the best firms to voice",
    2021,
    "http://www.bpmwatch.com/research/attrition/",
);
pub(super) const ATTRITION_PHILIPPINES: Source = source(
    "PITON-Global: attrition of outsourced centres in the Philippines",
    2025,
    "https://www.piton-global.com/?p=16199",
);
pub(super) const ATTRITION_SOUTH_AFRICA: Source = source(
    "Business Trust, Analysis of South Africa as a BPO Delivery Location, dated",
    2012,
    "https://www.yumpu.com/en/document/view/46331273/analysis-of-south-africa-as-a-bpo-delivery-location-business-trust/18",
);
pub(super) const PAGASA: Source = source(
    "Typhoons (some 20 a year near, 8 or 9 landfalls) and days lost at a site, as remembered from PAGASA, not looked up again",
    2024,
    "",
);
pub(super) const GARTNER: Source = source(
    "Gartner forecast of August 2022, quoted: conversational AI automates 1.6 % of contacts in 2022 and 10 % in 2026; 1,000-1,500 $ an agent to integrate",
    2022,
    "https://virtualassistantva.com/news/gartner-conversational-ai-reduce-contact-center-labor-costs-80-billion-2026",
);
pub(super) const GENERATIVE_AI: Source = source(
    "Brynjolfsson, Li and Raymond, Generative AI at Work: 14-15 % more issues an hour",
    2025,
    "https://digitaleconomy.stanford.edu/publication/generative-ai-at-work",
);
pub(super) const APQC: Source = source(
    "APQC, cost of an invoice by quarters of 1,485 organisations: the best pay a third of the middle",
    2018,
    "https://docsbay.net/metric-of-the-month-ap-cost-per-invoice-process",
);
pub(super) const FORECASTS: Source = source(
    "G. Koole on the best forecast accuracy that can be had: 5 to 10 % of a day's volume",
    2021,
    "https://www.wewfm.com/post/what-is-the-best-achievable-forecast-accuracy",
);
pub(super) const HOLIDAY_PEAKS: Source = source(
    "Marchex and Zendesk on the holiday rush: 16 to 42 % more contacts; none in some sectors",
    2019,
    "https://callexperts.com/how-contact-centers-manage-holiday-rush/",
);
pub(super) const ASSUMED: Source = source("An assumption of this model; no published figure was found", 2026, "");
