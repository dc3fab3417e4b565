/**
 * Codes of SAP with their zones of IANA, the leading one first; `Area/` holds for the zones behind it.
 * Source: SAP Cloud Identity Services documentation, "Transformation Functions", convertTimezoneCode.
 */
export const TIME_ZONES = `WET Europe/ Lisbon Atlantic/ Canary Faroe Madeira
WAT Africa/ Lagos Algiers Bangui Brazzaville Douala Kinshasa Libreville Luanda Malabo Ndjamena Niamey Porto-Novo
ART America/ Argentina/Buenos_Aires Argentina/Catamarca Argentina/Cordoba Argentina/Jujuy Argentina/La_Rioja Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia
PST America/ Los_Angeles Tijuana Vancouver
PKT Asia/ Karachi
URUGUA America/ Montevideo
TURKEY Europe/ Istanbul
SYRIA Asia/ Damascus
RUS12 Asia/ Kamchatka Anadyr
RUS11 Asia/ Sakhalin Magadan Srednekolymsk
RUS10 Asia/ Vladivostok Ust-Nera
RUS09 Asia/ Yakutsk Chita Khandyga
RUS08 Asia/ Irkutsk
RUS07 Asia/ Novosibirsk Barnaul Krasnoyarsk Novokuznetsk Tomsk
RUS06 Asia/ Omsk
RUS05 Asia/ Yekaterinburg
RUS04 Europe/ Astrakhan Samara Saratov Ulyanovsk
RUS03 Europe/ Moscow Kirov Volgograd
RUS02 Europe/ Kaliningrad
PIERRE America/ Miquelon
PARAGY America/ Asuncion
NZST Pacific/ Auckland Antarctica/ McMurdo
NZCHA Pacific/ Chatham
NST America/ St_Johns
NORFLK Pacific/ Norfolk
NEPAL Asia/ Kathmandu
MSTNO America/ Phoenix Creston Dawson_Creek Fort_Nelson Hermosillo Mazatlan Whitehorse Dawson
MST America/ Denver Boise Cambridge_Bay Ciudad_Juarez Edmonton Inuvik Yellowknife
MOROCC Africa/ Casablanca
MOLDVA Europe/ Chisinau
MAU Indian/ Mauritius
LBANON Asia/ Beirut
JORDAN Asia/ Amman
JAPAN Asia/ Tokyo
ISRAEL Asia/ Jerusalem
IRAQ Asia/ Baghdad
IRAN Asia/ Tehran
INDIA Asia/ Kolkata
HAW Pacific/ Honolulu
GSTW America/ Thule
GSTE America/ Scoresbysund
GST America/ Nuuk
GMTUK Europe/ London Dublin Guernsey Isle_of_Man Jersey
FLKLND Atlantic/ Stanley
FIJI Pacific/ Fiji
ESTNO America/ Atikokan Cancun
EST_NA America/ Havana
EST America/ New_York Detroit Grand_Turk Indiana/Indianapolis Indiana/Marengo Indiana/Petersburg Indiana/Vevay Indiana/Vincennes Indiana/Winamac Iqaluit Kentucky/Louisville Kentucky/Monticello Nassau Nipigon Pangnirtung Port-au-Prince Thunder_Bay Toronto
EGYPT Africa/ Cairo
EET Europe/ Athens Asia/ Gaza Hebron Europe/ Bucharest Helsinki Kiev Mariehamn Riga Sofia Tallinn Uzhgorod Vilnius Zaporozhye
CYPRUS Asia/ Nicosia Famagusta
CSTNO America/ Mexico_City Bahia_Banderas Chihuahua Merida Monterrey Regina Swift_Current
CST America/ Chicago Indiana/Knox Indiana/Tell_City Matamoros Menominee North_Dakota/Beulah North_Dakota/Center North_Dakota/New_Salem Ojinaga Rainy_River Rankin_Inlet Resolute Winnipeg
CHILEM America/ Punta_Arenas Coyhaique
CHILEE Pacific/ Easter
CHILE America/ Santiago
CET Europe/ Berlin Africa/ Ceuta Arctic/ Longyearbyen Europe/ Amsterdam Andorra Belgrade Bratislava Brussels Budapest Busingen Copenhagen Gibraltar Ljubljana Luxembourg Madrid Malta Monaco Oslo Paris Podgorica Prague Rome San_Marino Sarajevo Skopje Stockholm Tirane Vaduz Vatican Vienna Warsaw Zagreb Zurich
CAT Africa/ Johannesburg Blantyre Bujumbura Gaborone Harare Juba Khartoum Kigali Lubumbashi Lusaka Maputo Maseru Mbabane Tripoli Windhoek
BRZLWE America/ Boa_Vista Campo_Grande Cuiaba Manaus Porto_Velho
BRZLAN America/ Eirunepe Rio_Branco
BRAZIL America/ Sao_Paulo Araguaina Bahia Belem Fortaleza Maceio Recife Santarem
BDT Asia/ Dhaka
AZT Asia/ Baku
AZOREN Atlantic/ Azores
AUSWA Australia/ Perth
AUSVIC Australia/ Melbourne
AUSTAS Australia/ Hobart
AUSSA Australia/ Adelaide Broken_Hill
AUSQLD Australia/ Brisbane Lindeman
AUSNT Australia/ Darwin
AUSNSW Australia/ Sydney Antarctica/ Macquarie
AUSLHI Australia/ Lord_Howe
AUSEUC Australia/ Eucla
AST America/ Halifax Glace_Bay Goose_Bay Moncton Atlantic/ Bermuda
ALAW America/ Adak
ALA America/ Anchorage Juneau Metlakatla Nome Sitka Yakutat
AFGHAN Asia/ Kabul
UTC+12 Etc/ GMT-12 Pacific/ Funafuti Kwajalein Majuro Nauru Tarawa Wake Wallis
UTC+11 Etc/ GMT-11 Antarctica/ Casey Pacific/ Bougainville Efate Guadalcanal Kosrae Noumea Pohnpei
UTC+10 Etc/ GMT-10 Pacific/ Bougainville Efate Guadalcanal Kosrae Noumea Pohnpei Antarctica/ DumontDUrville
UTC+9 Etc/ GMT-9 Asia/ Dili Jayapura Pyongyang Seoul Pacific/ Palau
UTC+8 Etc/ GMT-8 Asia/ Brunei Choibalsan Hong_Kong Kuala_Lumpur Kuching Macau Makassar Manila Shanghai Singapore Taipei Ulaanbaatar
UTC+7 Etc/ GMT-7 Antarctica/ Davis Asia/ Bangkok Ho_Chi_Minh Hovd Jakarta Phnom_Penh Pontianak Vientiane Indian/ Christmas
UTC+6 Etc/ GMT-6 Indian/ Chagos Antarctica/ Vostok Asia/ Bishkek Thimphu Urumqi
UTC+63 Asia/ Yangon Indian/ Cocos
UTC+5 Etc/ GMT-5 Antarctica/ Mawson Asia/ Almaty Anadyr Aqtau Aqtobe Ashgabat Atyrau Dushanbe Oral Qostanay Qyzylorda Samarkand Tashkent Indian/ Kerguelen Maldives
UTC+53 Asia/ Colombo
UTC+4 Etc/ GMT-4 Asia/ Dubai Muscat Tbilisi Yerevan Indian/ Mahe Reunion
UTC+3 Etc/ GMT-3 Africa/ Addis_Ababa Asmara Dar_es_Salaam Djibouti Kampala Mogadishu Nairobi Antarctica/ Syowa Asia/ Aden Bahrain Kuwait Qatar Riyadh Europe/ Minsk Simferopol Indian/ Antananarivo Comoro Mayotte
UTC+2 Etc/ GMT-2
UTC+1 Etc/ GMT-1 Africa/ El_Aaiun Tunis Dar_es_Salaam Djibouti Kampala Mogadishu
UTC Etc/ UTC Africa/ Abidjan Accra Bamako Banjul Bissau Conakry Dakar Freetown Lome Monrovia Nouakchott Ouagadougou Sao_Tome America/ Danmarkshavn Antarctica/ Troll Atlantic/ Reykjavik St_Helena Etc/ GMT GMT+0 GMT-0 GMT0 Greenwich Universal Zulu
UTC-12 Etc/ GMT+12
UTC-11 Etc/ GMT+11 Pacific/ Midway Niue Pago_Pago
UTC-10 Etc/ GMT+10 Pacific/ Rarotonga Tahiti
UTC-9 Etc/ GMT+9 Pacific/ Gambier
UTC-8 Etc/ GMT+8 Pacific/ Pitcairn
UTC-7 Etc/ GMT+7
UTC-6 Etc/ GMT+6 America/ Belize Costa_Rica El_Salvador Guatemala Managua Tegucigalpa Pacific/ Galapagos
UTC-5 Etc/ GMT+5 America/ Bogota Cayman Guayaquil Jamaica Lima Panama
UTC-4 Etc/ GMT+4 America/ Anguilla Antigua Aruba Barbados Blanc-Sablon Caracas Curacao Dominica Grenada Guadeloupe Guyana Kralendijk La_Paz Lower_Princes Marigot Martinique Montserrat Port_of_Spain Puerto_Rico Santo_Domingo St_Barthelemy St_Kitts St_Lucia St_Thomas St_Vincent Tortola
UTC-3 Etc/ GMT+3 America/ Cayenne Paramaribo Antarctica/ Palmer Rothera
UTC-2 Etc/ GMT+2 America/ Noronha Atlantic/ South_Georgia
UTC-1 Etc/ GMT+1 Atlantic/ Cape_Verde`;
