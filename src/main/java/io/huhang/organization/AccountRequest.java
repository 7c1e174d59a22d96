package io.huhang.organization;

import java.util.UUID;

import io.huhang.organization.OneTimeLinks.Purpose;

/**
 * What somebody asked for on a public page, who need not be who he says he is.
 *
 * @param uscc empty unless an enterprise registers, like the other words about it
 */
public record AccountRequest(UUID id, Purpose purpose, String email, String name, String phone, String uscc,
		String enterpriseName, String privacyVersion) {

	/** Somebody who forgot the password. */
	public static AccountRequest recovery(String email) {
		return new AccountRequest(UUID.randomUUID(), Purpose.RECOVERY, email, "", "", "", "", "");
	}

	/** An enterprise's first person. */
	public static AccountRequest registration(EnterpriseEntry entry, String privacyVersion) {
		return new AccountRequest(UUID.randomUUID(), Purpose.REGISTRATION, entry.person().email(),
				entry.person().name(), entry.person().phone(), entry.uscc(), entry.enterpriseName(), privacyVersion);
	}

}
