package io.huhang.region;

import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.EmailAddress;
import io.huhang.organization.PhoneNumber;

/** 附件2 一“联系人（处级）”: how each unit's contact can be reached (R55). */
class ContactsRule implements RegionRule {

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.fields()
			.all()
			.stream()
			.flatMap(field -> fault(field, paper.at(field.key())).map(field::problem).stream());
	}

	private static Optional<String> fault(RegionField field, String typed) {
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		return switch (field.kind()) {
			case PHONE -> PhoneNumber.isValid(typed) ? Optional.empty() : Optional.of("格式不正确，" + PhoneNumber.EXPECTED);
			case EMAIL -> EmailAddress.fault(typed);
			default -> Optional.empty();
		};
	}

}
