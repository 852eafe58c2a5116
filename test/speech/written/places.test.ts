import { placeStage } from '../../../lambda/speech/written/places';
import { stageOf } from './stage';

const places = stageOf((written) => placeStage(written));

describe('addresses', () => {
  test('behind the number of a house', () => {
    const rows = {
      'We are at 22 Larch Cl.': 'We are at 22 Larch Close.',
      '22 Larch Cl. is near.': '22 Larch Close is near.',
      '22 Larch Cl. It opens at nine.': '22 Larch Close. It opens at nine.',
      '22 Larch Cl, York': '22 Larch Close, York',
      '22 High St., Leeds': '22 High Street, Leeds',
      "Meet at 45 O'Brien St, Leeds.": "Meet at 45 O'Brien Street, Leeds.",
      'Meet at 45 O’Brien-Hay Rd': 'Meet at 45 O’Brien-Hay Road',
      "45 St. Mary's St. is closed": "45 St. Mary's Street is closed",
      '4 Mt. Pleasant Rd, 5 J. Smith Ave': '4 Mt. Pleasant Road, 5 J. Smith Avenue',
      '22a High St and 22B Low Rd': '22a High Street and 22B Low Road',
      '22-24 High St. and 22–24c High St. Please ring.': '22-24 High Street and 22–24c High Street. Please ring.',
      '12345-12346 Elm Ave': '12345-12346 Elm Avenue',
      '22, High St': '22, High Street',
      '5 45th St. The door': '5 45th Street. The door',
      '9 1st Ave or 9 122nd Ave': '9 1st Avenue or 9 122nd Avenue',
      '1 One Two Three St': '1 One Two Three Street',
      '22 High St & more': '22 High Street & more',
      'Flat 2 (22 High St)': 'Flat 2 (22 High Street)',
    };
    expect(places.said('en-GB', rows)).toEqual(rows);
  });

  test('behind a direction', () => {
    const rows = {
      '12 N Main St': '12 North Main Street',
      '12 N. Main St.': '12 North Main Street.',
      '12a SW 5th Ave': '12a Southwest 5th Avenue',
      '350 N. Michigan Avenue': '350 North Michigan Avenue',
      '12 E Old Hill Farm Street': '12 East Old Hill Farm Street',
      '12345 NE Elm Rd, 4 S Elm Rd': '12345 Northeast Elm Road, 4 South Elm Road',
    };
    expect(places.said('en-US', rows)).toEqual(rows);
    const texts = [
      '12 N Main',
      '12 N main St',
      'N Main St',
      '5,12 N Main St',
      '5.12 N Main St',
      'A12 N Main St',
      '12 N Main Sts',
    ];
    expect(places.heard('en-US', texts)).toEqual(texts);
  });

  test('behind a name alone, where they are no other word', () => {
    const rows = {
      'Kew Gdns': 'Kew Gardens',
      'Kew Gdns. Bring a friend': 'Kew Gardens. Bring a friend',
      'Oak Cres. is near, 42nd Gdns too': 'Oak Crescent is near, 42nd Gardens too',
      'Larch Cl. is near': 'Larch Close is near',
      'Larch Cl., York': 'Larch Close, York',
      'Larch Cl.; Park’s Ter.: (Green Pk.)': 'Larch Close; Park’s Terrace: (Green Park)',
      'Larch Cl.': 'Larch Close.',
      '3rd Ct.': '3rd Court.',
      'Guildhall, Queen St. It opens at nine': 'Guildhall, Queen Street. It opens at nine',
      'Guildhall, Larch Cl. Please ring': 'Guildhall, Larch Close. Please ring',
      'Guildhall, Queen Dr. No parking': 'Guildhall, Queen Drive. No parking',
    };
    expect(places.said('en-GB', rows)).toEqual(rows);
  });

  test('of several words', () => {
    const rows = {
      'Hadley Trading Est': 'Hadley Trading Estate',
      'Hadley Trdg Est is big': 'Hadley Trading Estate is big',
      'Hadley Trdg. Est. Please ring': 'Hadley Trading Estate. Please ring',
      'Brook Rd. Industrial Est.': 'Brook Rd. Industrial Estate.',
      'Brook Ind. Est.': 'Brook Industrial Estate.',
      'Retail Pk, Brook Ret Pk opens': 'Retail Park, Brook Retail Park opens',
      '12 Brook Rd. Industrial Est.': '12 Brook Road Industrial Estate.',
      '12 Brook Rd. Ind. Est. and 12 Brook Rd. Medical Ctr':
        '12 Brook Road Industrial Estate and 12 Brook Road Medical Centre',
      '12 Brook Rd. Close by': '12 Brook Road Close by',
      '12 Brook Rd. Closed today': '12 Brook Road. Closed today',
      '12 Brook Rd. Bring it': '12 Brook Road. Bring it',
      '12 Brook Rd. A bus goes': '12 Brook Road A bus goes',
    };
    expect(places.said('en-GB', rows)).toEqual(rows);
  });

  test('beside a title', () => {
    const rows = {
      '12 Queen Dr. It is near': '12 Queen Drive. It is near',
      '12 Queen Dr. is near': '12 Queen Drive is near',
      '12 Queen Dr, Leeds': '12 Queen Drive, Leeds',
      'See Dr. Patel at 5 Kings Dr.': 'See Dr. Patel at 5 Kings Drive.',
      '4 St. John Sq.': '4 St. John Square.',
    };
    expect(places.said('en-GB', rows)).toEqual(rows);
    const texts = [
      '12 Queen Dr. Patel lives',
      '12 Queen Dr. Italo lives',
      '12 Queen St. Itchen',
      'Queen St. Mary',
      "St. Mary's",
      'St Mary’s Church',
    ];
    expect(places.heard('en-GB', texts)).toEqual(texts);
  });

  test('what is none', () => {
    const texts = [
      '$22 Larch St',
      '£22 Larch St',
      '3.22 Larch St',
      'A22 Larch St',
      '22 larch St',
      '22 Larch Hill Old Town St',
      '123456 High St',
      '22 High Street',
      '22 High Sts',
      "22 High St's",
      '22 High St’s',
      '22 High St-West',
      '22 High St/Low Street',
      '22 High St&Low Street',
      '22 High St2',
      'Brook Trading Est’s',
      'Brook Trading Ests',
      'Brook trading Est',
      'Brook Ind. Pkt',
      'Kew gdns, kew Gdns',
      'Larch Cl, and more',
      'Guildhall, Queen St. opens',
      'Guildhall, Queen St.',
      'Guildhall, Queen St. Items',
      'Ab Ter. was',
      'Larch Ter.was',
      'Nothing of it',
    ];
    expect(places.heard('en-GB', texts)).toEqual(texts);
  });
});
