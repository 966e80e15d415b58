import type { WireRecord } from '../wire.ts';

/** Somebody with an account at the sample conference service. */
export interface Person {
  readonly userId: number;
  readonly displayName: string;
  readonly email: string;
  readonly mobile: string;
}

/** The user whose id the app asks with (`CONFERENCE_USER_ID`). */
export const apiUserId = 87_679_779;

export const host: Person = {
  userId: 88_893_351,
  displayName: '韩梅梅',
  email: 'meimei.han@example.com',
  mobile: '13900000051',
};
export const coHost: Person = {
  userId: 88_893_352,
  displayName: '李雷',
  email: 'lei.li@example.com',
  mobile: '13900000052',
};
export const attendee: Person = {
  userId: 88_893_353,
  displayName: 'Lucy Brown',
  email: 'lucy.brown@example.com',
  mobile: '13900000053',
};
/** Has an account, and is invited to none of the sample meetings but the huge one. */
export const stranger: Person = {
  userId: 88_893_354,
  displayName: 'Polly Parker',
  email: 'polly.parker@example.com',
  mobile: '13900000054',
};

/** What the service answers about each of them, by e-mail address and by mobile number. */
export function sampleAccounts(): ReadonlyMap<string, WireRecord> {
  return new Map(
    [host, coHost, attendee, stranger].flatMap((person) => {
      const account = accountOf(person);
      return [[person.email, account] as const, [person.mobile, account] as const];
    }),
  );
}

/** An account as `getUsersByEmailsMobiles` gives it. */
export function accountOf({ userId, displayName, email, mobile }: Person): WireRecord {
  return { userId, loginName: email, email, mobile, displayName, lastName: displayName };
}

/** One of `attendList`: a colleague with every field filled, contact data of their own included. */
export function invited(person: Person, overrides: WireRecord = {}): WireRecord {
  const own = String(person.userId).slice(-4);
  return {
    user: String(person.userId),
    roleId: 1003,
    userType: 1,
    status: 'W',
    displayName: person.displayName,
    phoneName: '',
    companyName: '全时科技',
    orgName: '研发中心',
    phoneEmail: person.email,
    mobileNumber: person.mobile,
    officePhone: `010-5993${own}`,
    countryCode: '86',
    cityCode: '010',
    userProfile: null,
    ...overrides,
  };
}

/** Somebody from outside: the vendor gives all of them the same id. */
export function outsider(displayName: string, overrides: WireRecord = {}): WireRecord {
  return {
    ...invited({ userId: 0, displayName, email: 'jim.green@partner.example', mobile: '13700000061' }),
    userType: 2,
    companyName: 'Green & Partners',
    orgName: 'Legal',
    officePhone: '021-65990061',
    ...overrides,
  };
}

/** Somebody who is called on the telephone. */
export function caller(phoneName: string, overrides: WireRecord = {}): WireRecord {
  return {
    ...invited({ userId: 0, displayName: '', email: 'wang@phone.example', mobile: '13600000071' }),
    userType: 3,
    phoneName,
    companyName: '',
    orgName: '',
    officePhone: '0755-26990071',
    cityCode: '0755',
    ...overrides,
  };
}
