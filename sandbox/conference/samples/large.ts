import type { WireMeeting, WireRecord } from '../wire.ts';
import { meeting } from './builders.ts';
import { host, invited, stranger } from './people.ts';
import { equipment, inDetail, room } from './rooms.ts';

const PEOPLE = 3000;
const ROOMS = 300;
const DEVICES_OF_A_ROOM = 4;
const FIRST_USER = 91_000_000;
const FIRST_ROOM = 71_000;
const FIRST_DEVICE = 72_000;
const familyNames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];
const givenNames = [...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英'];
const department = '研发中心 / 会议产品部 / 客户端研发组';

/** As large as the limits must let pass: 3,000 people and 300 rooms with every field of the vendor's filled, `userProfile` too. */
export function largeMeeting(overrides: WireMeeting = {}): WireMeeting {
  const rooms = Array.from({ length: ROOMS }, (_, nth) =>
    room(FIRST_ROOM + nth, `第 ${nth + 1} 会议室（视频）`, {
      City: '西安市',
      Location: '陕西省西安市高新区锦业路一号都市之门',
    }),
  );
  return meeting({
    title: '全体员工大会 · All hands',
    attendList: [
      invited(host, { roleId: 1000 }),
      invited(stranger),
      ...Array.from({ length: PEOPLE - 2 }, (_, nth) => colleague(nth)),
    ],
    houseList: rooms,
    equipList: rooms.flatMap((_, nth) =>
      devicesOf(nth).map(([id, name]) => equipment(id, name, FIRST_ROOM + nth)),
    ),
    detailHouseList: rooms.map((house, nth) => inDetail(house, devicesOf(nth))),
    ...overrides,
  });
}

function devicesOf(nth: number): readonly (readonly [number, string])[] {
  return Array.from({ length: DEVICES_OF_A_ROOM }, (_, device) => [
    FIRST_DEVICE + nth * DEVICES_OF_A_ROOM + device,
    `视频终端盒子 A${nth + 1}-${device + 1}`,
  ]);
}

function colleague(nth: number): WireRecord {
  const userId = FIRST_USER + nth;
  const family = familyNames[nth % familyNames.length] ?? '';
  const given =
    (givenNames[nth % givenNames.length] ?? '') + (givenNames[(nth * 7) % givenNames.length] ?? '');
  const email = `employee.${nth}@conference.example.com`;
  const mobile = `138${String(nth).padStart(8, '0')}`;
  const person = { userId, displayName: family + given, email, mobile };
  return invited(person, {
    companyName: '北京创想空间商务通信服务有限公司',
    orgName: department,
    userProfile: {
      id: userId,
      userId,
      loginName: email,
      displayName: person.displayName,
      firstName: given,
      lastName: family,
      email,
      mobile,
      avatar: `https://img.conference.example.com/avatar/2030/12/${userId}abcdef0123456789.png`,
      departmentName: department,
      position: '高级软件开发工程师',
      gender: 1,
      status: 1,
      customerCode: '154553',
      createTime: 1_708_481_681,
      modifyTime: 1_708_481_681,
    },
  });
}
