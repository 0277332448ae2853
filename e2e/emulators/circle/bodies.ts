import type { Answer } from "../core/call";
import { iso } from "../core/clock";
import { hexId } from "../core/ids";
import type { Account, Member, Membership, Space, SpaceGroup } from "./account";

const COMMUNITY_ID = 71_001;
const PER_PAGE = 10;
const PER_PAGE_MAX = 100;

export function communityBody({ name }: Account) {
  return {
    id: COMMUNITY_ID,
    created_at: "2024-02-01T10:00:00.000Z",
    updated_at: "2026-09-01T08:00:00.000Z",
    name: name === "main" ? "Społeczność Szkoły Online" : name,
    locale: "pl",
    slug: "szkola-online",
    is_private: true,
    white_label: false,
    weekly_digest_enabled: true,
    default_search_sorting: "latest",
    prefs: {
      has_posts: true,
      has_spaces: true,
      has_invited_member: true,
      brand_color: { light: "#0B5A66", dark: "#1D7D8A" },
      brand_text_color: { light: "#FFFFFF", dark: "#FFFFFF" },
    },
  };
}

export function page<Item>(
  items: Item[],
  query: URLSearchParams,
  body: (item: Item) => object,
): Answer {
  const number = Math.max(1, Number(query.get("page")) || 1);
  const asked = Number(query.get("per_page")) || PER_PAGE;
  const perPage = Math.min(PER_PAGE_MAX, Math.max(1, asked));
  const pages = Math.ceil(items.length / perPage);
  const envelope = {
    page: number,
    per_page: perPage,
    has_next_page: number < pages,
    count: items.length,
    page_count: pages,
    records: items.slice((number - 1) * perPage, number * perPage).map(body),
  };
  return { status: 200, body: envelope };
}

export function memberBody(member: Member) {
  const { id, userId, email, name, state, acceptedAt, createdAt } = member;
  return {
    ...personBody(member),
    id,
    user_id: userId,
    email,
    name,
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    last_seen_at: acceptedAt === null ? null : iso(acceptedAt),
    profile_confirmed_at: acceptedAt === null ? null : iso(acceptedAt),
    accepted_invitation: acceptedAt === null ? "" : iso(acceptedAt),
    active: state === "active",
    sso_provider_user_id: null,
    flattened_profile_fields: {},
    posts_count: 0,
    comments_count: 0,
    member_tags: [],
    profile_fields: [],
    gamification_stats: null,
  };
}

function personBody({ id, email, name }: Member) {
  const [first = "", ...rest] = name.split(" ");
  const publicUid = hexId(8, "member", id);
  return {
    first_name: first,
    last_name: rest.join(" "),
    headline: "",
    community_id: COMMUNITY_ID,
    profile_url: `https://szkola-online.circle.so/u/${publicUid}`,
    public_uid: publicUid,
    avatar_url: null,
    name,
    email,
  };
}

export function spaceGroupBody(account: Account, { id, name, createdAt }: SpaceGroup) {
  return {
    id,
    name,
    slug: slugOf(name),
    community_id: COMMUNITY_ID,
    is_hidden_from_non_members: false,
    hide_members_count: false,
    allow_members_to_create_spaces: false,
    automatically_add_members_to_new_spaces: true,
    add_members_to_space_group_on_space_join: false,
    hide_non_member_spaces_from_sidebar: false,
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    space_group_members_count: account.memberships.filter((row) => row.of === id).length,
    spaces_count: account.spaces.filter((space) => space.group === id).length,
  };
}

export function spaceBody(account: Account, { id, name, group }: Space) {
  const slug = slugOf(name);
  const inGroup = account.spaceGroups.find((candidate) => candidate.id === group);
  return {
    id,
    name,
    slug,
    community_id: COMMUNITY_ID,
    cover_image_url: null,
    cover_image_visible: false,
    cover_image_display_style: "normal",
    is_private: true,
    is_hidden: false,
    emoji: null,
    display_view: "posts",
    is_post_disabled: false,
    space_type: "basic",
    host: "https://szkola-online.circle.so",
    post_ids: [],
    url: `https://szkola-online.circle.so/c/${slug}`,
    space_group: { id: group, name: inGroup?.name ?? "" },
    topics: [],
  };
}

export function spaceGroupMemberBody(row: Membership, member: Member) {
  return { ...membershipBody(row, member), space_group_id: row.of };
}

export function spaceMemberBody(row: Membership, member: Member) {
  return {
    ...membershipBody(row, member),
    space_id: row.of,
    notification_type: "never",
    posts_read_count: 0,
    in_app_notification_setting: "never",
    mobile_notification_setting: "never",
  };
}

function membershipBody({ id, createdAt }: Membership, member: Member) {
  return {
    id,
    user_id: member.userId,
    community_member_id: member.id,
    moderator: false,
    access_type: "invite",
    status: "active",
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    community_member: personBody(member),
  };
}

function slugOf(name: string): string {
  const ascii = name.normalize("NFD").replace(/ł/g, "l").toLowerCase();
  return ascii.replace(/[^a-z0-9\s—-]/g, "").replace(/[\s—-]+/g, "-");
}
