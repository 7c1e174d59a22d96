package io.huhang.process.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;

/** For everyone who is not staff: what is not listed is closed. */
class OutsiderFence {

	private static final Map<Role, String> STARTABLE = Map.of(Role.APPLICANT, CaseApplicationProcess.KEY, Role.OFFICER,
			CaseRecommendationProcess.KEY);

	private final EngineAccess engine;

	OutsiderFence(EngineAccess engine) {
		this.engine = engine;
	}

	Passage judge(WebappCall call) {
		return TasklistCalls.ALL.stream()
			.map(allowed -> judge(allowed, call))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(Passage.FORBIDDEN);
	}

	private Optional<Passage> judge(AllowedCall allowed, WebappCall call) {
		return allowed.match(call).map(values -> {
			Passage passage = judge(values, call.person());
			return (passage == Passage.OPEN && !allowed.body().allows(call.body(), call.person())) ? Passage.FORBIDDEN
					: passage;
		});
	}

	private Passage judge(Map<String, String> values, Person person) {
		if (values.containsKey("{self}") && !values.get("{self}").equals(person.id())) {
			return Passage.MISSING;
		}
		if (values.containsKey("{task}") && !this.engine.maySee(person.id(), values.get("{task}"))) {
			return Passage.MISSING;
		}
		if (values.containsKey("{startable}")
				&& !Objects.equals(STARTABLE.get(person.role()), values.get("{startable}").split(":")[0])) {
			return Passage.FORBIDDEN;
		}
		return Passage.OPEN;
	}

}
