"""The nouns one by one: how the steps, links, offers and all the others of a project are changed."""
