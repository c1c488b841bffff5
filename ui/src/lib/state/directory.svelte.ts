// The directory as one walks through it: what it was filtered by, and the small form that is open.

import { call } from '$lib/backend';
import type { PostLine } from '$lib/types';
import { desk } from './desk.svelte';

export interface Asked {
  organization: string;
  /** The post's title; empty where it is chosen in the form. */
  post: string;
  /** The posts to choose from. */
  posts: readonly PostLine[];
}

class DirectoryDesk {
  /** Kept while one looks at a page and comes back. */
  filter = $state('');
  /** The small form, while it is open. */
  asked = $state.raw<Asked | null>(null);

  /** The page of a post that is known by its title only, as seats have it; else that of its organization. */
  async openPost(organization: string, title: string): Promise<void> {
    try {
      const sheet = await call('organization', { organization, on: desk.date });
      const post = sheet.posts.find((post) => post.title === title);
      desk.go(post ? { screen: 'post', id: post.id } : { screen: 'organization', id: sheet.id });
    } catch {
      // The page itself says why it cannot be shown.
      desk.go({ screen: 'organization', id: organization });
    }
  }
}

export const directory = new DirectoryDesk();
