package io.huhang.organization;

/** Someone who is to get an account. */
public record Newcomer(PersonEntry entry, Role role, String organization) {

	/** The person with this id. */
	public Person as(String id) {
		return new Person(id, this.entry.name(), this.entry.email(), this.entry.phone(), this.role, this.organization);
	}

}
