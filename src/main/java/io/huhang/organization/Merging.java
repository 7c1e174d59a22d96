package io.huhang.organization;

import java.util.List;

/**
 * Which two neighbouring levels of an authority decide as one (design §1). Two levels
 * always remain, and a person has one role: two people act on every list.
 */
public enum Merging {

	/** Three levels. */
	NONE("不合并", List.of(Role.HEAD), List.of(Role.LEADER), List.of(Role.OFFICER, Role.HEAD),
			List.of(Level.of(Role.OFFICER), Level.of(Role.HEAD), Level.of(Role.LEADER)),
			"经办人审核案例后，由处室负责人逐件复核；经办人排序后，先由处室负责人复核名单，再由局领导签发。"),

	/** What the officer has passed needs no review of its own. */
	OFFICER_HEAD("经办人与处室负责人合并", List.of(Role.HEAD), List.of(Role.LEADER), List.of(Role.OFFICER, Role.LEADER),
			List.of(Level.of(Role.OFFICER), Level.of(Role.LEADER)), "经办人审核通过的案例不再另行复核，即可列入推荐；经办人排序后，名单直接报局领导签发。"),

	/** Head or leader, whoever comes first, reviews and approves in one. */
	HEAD_LEADER("处室负责人与局领导合并", List.of(Role.HEAD, Role.LEADER), List.of(Role.HEAD, Role.LEADER),
			List.of(Role.OFFICER, Role.HEAD, Role.LEADER),
			List.of(Level.of(Role.OFFICER), Level.of(Role.HEAD, Role.LEADER)),
			"经办人审核案例后，仍须逐件复核；经办人排序后，名单的复核与签发一次完成。复核和签发由处室负责人或者局领导任一人办理。");

	private final String label;

	private final List<Role> reviewers;

	private final List<Role> approvers;

	private final List<Role> reminded;

	private final List<Level> levels;

	private final String meaning;

	Merging(String label, List<Role> reviewers, List<Role> approvers, List<Role> reminded, List<Level> levels,
			String meaning) {
		this.label = label;
		this.reviewers = reviewers;
		this.approvers = approvers;
		this.reminded = reminded;
		this.levels = levels;
		this.meaning = meaning;
	}

	/** A level that remains: it has people as long as one of its roles has. */
	public record Level(List<Role> roles) {

		static Level of(Role... roles) {
			return new Level(List.of(roles));
		}

		/** As people read it. */
		public String label() {
			return String.join("或者", this.roles.stream().map(Role::label).toList());
		}

	}

	/** As people read it. */
	public String label() {
		return this.label;
	}

	/** What it means for the flow, in the words of the page. */
	public String meaning() {
		return this.meaning;
	}

	/** Who may review a case. */
	public List<Role> reviewers() {
		return this.reviewers;
	}

	/** Who may approve the list. */
	public List<Role> approvers() {
		return this.approvers;
	}

	/** Who is reminded of a list that has not left. */
	public List<Role> reminded() {
		return this.reminded;
	}

	/** The levels that remain, the lowest first. */
	public List<Level> levels() {
		return this.levels;
	}

	/** Whether a case that the officer has passed is reviewed by somebody else. */
	public boolean reviewsCases() {
		return this != OFFICER_HEAD;
	}

	/** Whether a list is reviewed before its approval. */
	public boolean reviewsLists() {
		return this == NONE;
	}

}
