/** Three leads, fourteen account executives and seven SDRs: hires, a leaver, a move and a promotion among them. */
export const peopleText = `
people:
  # Enterprise, New York
  - { id: josephine-delacroix, name: Joséphine Delacroix-Whitfield, role: lead, team: enterprise, startedOn: 2019-03-04, birthday: 03-17, photo: /media/portraits/josephine-delacroix.webp, aliases: [josephine.delacroix@northlight.example] }
  - { id: priya-raman, name: Priya Raman, role: enterprise-ae, team: enterprise, startedOn: 2021-06-14, birthday: 11-29, photo: /media/portraits/priya-raman.webp, aliases: [priya.raman@northlight.example] }
  - { id: marcus-oyelaran, name: Marcus Oyelaran, role: enterprise-ae, team: enterprise, startedOn: 2020-01-13, birthday: 06-02, photo: /media/portraits/marcus-oyelaran.webp, aliases: [marcus.oyelaran@northlight.example] }
  - { id: elena-voss, name: Elena Voss, role: enterprise-ae, team: enterprise, startedOn: 2022-09-05, birthday: 01-21, photo: /media/portraits/elena-voss.webp, aliases: [elena.voss@northlight.example] }
  - { id: tomas-herrera, name: Tomás Herrera, role: enterprise-ae, team: enterprise, startedOn: 2023-02-20, birthday: 08-09, photo: /media/portraits/tomas-herrera.webp, aliases: [tomas.herrera@northlight.example] }
  - { id: chen-meiling, name: 陈美玲, role: enterprise-ae, team: enterprise, startedOn: 2021-11-01, birthday: 12-01, photo: /media/portraits/chen-meiling.webp, aliases: [Meiling Chen, chen.meiling@northlight.example] }
  - id: hana-sato
    name: Hana Sato
    role: [{ role: mid-market-ae }, { role: enterprise-ae, from: 2026-04-01 }]
    team: [{ team: mid-market }, { team: enterprise, from: 2026-04-01 }] # moved from London to New York
    startedOn: 2022-04-11
    birthday: 04-30
    photo: /media/portraits/hana-sato.webp
    aliases: [hana.sato@northlight.example]
  - { id: grace-lindqvist, name: Grace Lindqvist, role: enterprise-ae, team: enterprise, startedOn: 2026-09-14, birthday: 10-11, photo: /media/portraits/grace-lindqvist.webp, aliases: [grace.lindqvist@northlight.example] } # ramping

  # Mid-market, London
  - { id: oluwaseun-adebayo, name: Olúwaṣeun Adébáyọ̀, role: lead, team: mid-market, startedOn: 2018-10-01, birthday: 07-05, photo: /media/portraits/oluwaseun-adebayo.webp, aliases: [oluwaseun.adebayo@northlight.example] }
  - { id: siobhan-ni-bhraonain, name: Siobhán Ní Bhraonáin, role: mid-market-ae, team: mid-market, startedOn: 2021-08-02, birthday: 02-14, photo: /media/portraits/siobhan-ni-bhraonain.webp, aliases: [siobhan.ni-bhraonain@northlight.example] }
  - { id: lukasz-wisniewski, name: Łukasz Wiśniewski, role: mid-market-ae, team: mid-market, startedOn: 2020-05-18, birthday: 05-26, photo: /media/portraits/lukasz-wisniewski.webp, aliases: [lukasz.wisniewski@northlight.example] }
  - { id: fatima-alzahraa, name: فاطمة الزهراء حدّاد, role: mid-market-ae, team: mid-market, startedOn: 2022-02-07, birthday: 09-18, photo: /media/portraits/fatima-alzahraa.webp, aliases: [Fatima Alzahraa Haddad, fatima.alzahraa@northlight.example] }
  - { id: bartholomew-featherstonehaugh, name: Bartholomew Featherstonehaugh-Cholmondeley, role: mid-market-ae, team: mid-market, startedOn: 2019-11-25, birthday: 11-30, photo: /media/portraits/bartholomew-featherstonehaugh.webp, aliases: [bartholomew.featherstonehaugh@northlight.example] }
  - { id: zoe-muller, name: Zoë Müller, role: mid-market-ae, team: mid-market, startedOn: 2024-03-11, birthday: 03-03, photo: /media/portraits/zoe-muller.webp, aliases: [zoe.muller@northlight.example] }
  - { id: callum-reid, name: Callum Reid, role: mid-market-ae, team: mid-market, startedOn: 2021-01-11, birthday: 12-12, photo: /media/portraits/callum-reid.webp, endedOn: 2026-06-26, aliases: [callum.reid@northlight.example] } # left
  - id: nguyen-minh-anh
    name: Nguyễn Thị Minh Anh
    role: [{ role: sdr }, { role: mid-market-ae, from: 2026-07-01 }] # promoted
    team: [{ team: sales-development }, { team: mid-market, from: 2026-07-01 }]
    startedOn: 2024-09-02
    birthday: 01-08
    photo: /media/portraits/nguyen-minh-anh.webp
    aliases: [nguyen.minh-anh@northlight.example]

  # Sales development, New York
  - { id: devon-achebe, name: Devon Achebe, role: lead, team: sales-development, startedOn: 2020-07-06, birthday: 06-19, photo: /media/portraits/devon-achebe.webp, aliases: [devon.achebe@northlight.example] }
  - { id: aaliyah-washington, name: Aaliyah Washington, role: sdr, team: sales-development, startedOn: 2024-05-13, birthday: 08-27, photo: /media/portraits/aaliyah-washington.webp, aliases: [aaliyah.washington@northlight.example] }
  - { id: mateo-garcia-nunez, name: Mateo García Núñez, role: sdr, team: sales-development, startedOn: 2024-10-21, birthday: 10-30, photo: /media/portraits/mateo-garcia-nunez.webp, aliases: [mateo.garcia-nunez@northlight.example] }
  - { id: kofi-mensah, name: Kofi Mensah, role: sdr, team: sales-development, startedOn: 2025-01-27, birthday: 04-04, photo: /media/portraits/kofi-mensah.webp, aliases: [kofi.mensah@northlight.example] }
  - { id: sato-ken, name: 佐藤 健, role: sdr, team: sales-development, startedOn: 2025-04-14, birthday: 12-02, photo: /media/portraits/sato-ken.webp, aliases: [Ken Sato, sato.ken@northlight.example] }
  - { id: isabella-rossi, name: Isabella Rossi, role: sdr, team: sales-development, startedOn: 2025-06-30, birthday: 07-22, photo: /media/portraits/isabella-rossi.webp, aliases: [isabella.rossi@northlight.example] }
  - { id: freya-hakansson, name: Freya Håkansson, role: sdr, team: sales-development, startedOn: 2026-09-21, birthday: 02-29, photo: /media/portraits/freya-hakansson.webp, aliases: [freya.hakansson@northlight.example] } # ramping
  - { id: yusuf-demir, name: Yusuf Demir, role: sdr, team: sales-development, startedOn: 2026-10-19, birthday: 09-07, photo: /media/portraits/yusuf-demir.webp, aliases: [yusuf.demir@northlight.example] } # ramping
`
