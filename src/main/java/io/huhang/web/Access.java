package io.huhang.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.HandedOver;
import io.huhang.application.NeedToKnow;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Tasks;
import io.huhang.process.Tasks.WorkItem;
import io.huhang.recommendation.Delivery;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListPaperItems;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Reviews;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionApprovals;
import io.huhang.region.RegionDispatches;

import org.springframework.stereotype.Component;

/**
 * Who may see and do what on our own pages and in the task API. Everything else looks
 * missing.
 */
@Component
class Access {

	private static final List<String> INTERNAL = List.of(ListPapers.APPROVAL_SCAN, ListPapers.CONSENT_SCAN,
			RegionApprovals.SCAN);

	private final CaseApplications cases;

	private final NeedToKnow needToKnow;

	private final HandedOver handedOver;

	private final RankedLists lists;

	private final ListPaperItems listItems;

	private final Recommendations recommendations;

	private final Dispatches dispatches;

	private final Reviews reviews;

	private final RegionApplications regions;

	private final RegionDispatches regionDispatches;

	private final Tasks tasks;

	private final Enterprises enterprises;

	Access(CaseApplications cases, NeedToKnow needToKnow, HandedOver handedOver, RankedLists lists,
			ListPaperItems listItems, Recommendations recommendations, Dispatches dispatches, Reviews reviews,
			RegionApplications regions, RegionDispatches regionDispatches, Tasks tasks, Enterprises enterprises) {
		this.cases = cases;
		this.needToKnow = needToKnow;
		this.handedOver = handedOver;
		this.lists = lists;
		this.listItems = listItems;
		this.recommendations = recommendations;
		this.dispatches = dispatches;
		this.reviews = reviews;
		this.regions = regions;
		this.regionDispatches = regionDispatches;
		this.tasks = tasks;
		this.enterprises = enterprises;
	}

	/** The person's open task with one of these forms. */
	WorkItem task(String taskId, Person person, String... forms) {
		return this.tasks.find(taskId, person.id())
			.filter(item -> List.of(forms).contains(item.form()))
			.orElseThrow(() -> this.tasks.holder(taskId, person.id())
				.<RuntimeException>map(HeldException::new)
				.orElseGet(MissingException::new));
	}

	/** What stands against this person submitting this case: its contact alone does. */
	List<Problem> submitter(String number, Person person) {
		return this.enterprises.submitterProblem(this.cases.get(number).uscc(), person.id(), "submitter")
			.stream()
			.toList();
	}

	/**
	 * The case, if the person belongs to its enterprise, its authority, or the ministry's
	 * side.
	 */
	CaseApplication readCase(String number, Person person) {
		return this.cases.find(number).filter(found -> mayRead(found, person)).orElseThrow(MissingException::new);
	}

	/** The same, once the case has come as far as this person's desk. */
	CaseApplication readReached(String number, Person person) {
		CaseApplication application = readCase(number, person);
		if (!reaches(application, person)) {
			throw new MissingException();
		}
		return application;
	}

	/**
	 * The recommendation, if the person belongs to its authority or the ministry's side.
	 */
	Recommendation readRecommendation(String number, Person person) {
		return this.recommendations.find(number)
			.filter(found -> sees(person, found))
			.orElseThrow(MissingException::new);
	}

	/**
	 * Whether the list has come as far as this person's desk: to the ministry's side once
	 * it has left (通知二（三）).
	 */
	boolean reaches(Recommendation recommendation, Person person) {
		return person.role().isLocal() || this.dispatches.departure(recommendation.number()).isPresent();
	}

	/**
	 * The region application, if the person belongs to one of its authorities or the
	 * ministry's side.
	 */
	RegionApplication readRegion(String number, Person person) {
		return this.regions.find(number).filter(found -> sees(person, found)).orElseThrow(MissingException::new);
	}

	/**
	 * Whether the application has come as far as this person's desk: to the ministry's
	 * side once it has left (通知二（三）).
	 */
	boolean reaches(RegionApplication region, Person person) {
		return person.role().isLocal() || this.regionDispatches.hasLeft(region.number());
	}

	/** All region applications that the person may read, by number. */
	List<RegionApplication> regions(Person person) {
		if (!person.role().isLocal() && !seesAll(person.role())) {
			throw new MissingException();
		}
		return this.regions.all().stream().filter(found -> sees(person, found)).toList();
	}

	/**
	 * Whether the person may read this file. A draft's files are for its enterprise
	 * alone, and beyond the receiving authority nobody reads a case that was never filed
	 * (附件1 填表须知三). What a case of direction D4 holds is for its enterprise, its authority
	 * and who decides at the ministry alone (《网络产品安全漏洞管理规定》第四条、第九条).
	 */
	boolean mayRead(StoredFile file, Person person) {
		Optional<RegionApplication> region = this.regions.find(file.owner());
		if (region.isPresent()) {
			return sees(person, region.get()) && reaches(region.get(), person) && mayReadInternal(file, person);
		}
		Optional<CaseApplication> found = this.cases.find(file.owner());
		return found.isPresent() ? mayReadContent(found.get(), person) && isHandedOver(file, person)
				: this.recommendations.find(file.owner())
					.filter(list -> sees(person, list) && reaches(list, person))
					.filter(list -> mayReadSigned(file, list, person))
					.filter(list -> !isNeedToKnow(file) || mustKnow(list.number(), person))
					.isPresent();
	}

	/** Whether the person may read what this case says, as typed and as attached. */
	boolean mayReadContent(CaseApplication application, Person person) {
		return mayRead(application, person) && reaches(application, person)
				&& (!this.needToKnow.appliesTo(application) || mustKnow(application.number(), person));
	}

	/**
	 * Whether the case has come as far as this person's desk: to the ministry's side once
	 * filed.
	 */
	boolean reaches(CaseApplication application, Person person) {
		return person.role() == Role.APPLICANT || person.role().isLocal()
				|| this.handedOver.isFiled(application.number());
	}

	private boolean isHandedOver(StoredFile file, Person person) {
		return person.role() == Role.APPLICANT || this.handedOver.contains(file);
	}

	/** Whether whoever reads this file is recorded. */
	boolean isNeedToKnow(StoredFile file) {
		return this.cases.find(file.owner())
			.map(this.needToKnow::appliesTo)
			.orElseGet(() -> PackageEdition.isPackage(file.slot()) && holdsNeedToKnow(file.owner(), file.edition()));
	}

	/**
	 * Whether the person may open what this delivery's link leads to: the same as its
	 * files.
	 */
	boolean mayRead(Delivery delivery, Person person) {
		String number = delivery.recommendationNumber();
		boolean closed = delivery.isWhole() ? holdsNeedToKnow(number, delivery.version())
				: delivery.parts().stream().anyMatch(this.needToKnow::appliesTo);
		return this.recommendations.find(number).filter(list -> sees(person, list)).isPresent()
				&& (!closed || mustKnow(number, person));
	}

	// What was signed inside the authority is no part of what it sends.
	private static boolean mayReadInternal(StoredFile file, Person person) {
		return person.role().isLocal() || person.role() == Role.AUDITOR || !isInternal(file);
	}

	private static boolean isInternal(StoredFile file) {
		return INTERNAL.stream().anyMatch(file.slot()::startsWith);
	}

	// A printed 签报 bears the scores that its authority gave: the partner has its own.
	private static boolean mayReadSigned(StoredFile file, Recommendation list, Person person) {
		boolean partners = file.slot().startsWith(ListPapers.CONSENT_SCAN);
		return !isInternal(file) || person.role() == Role.AUDITOR
				|| person.organization().equals(partners ? list.partner() : list.authority());
	}

	// The package holds the evidence of every recommended case.
	private boolean holdsNeedToKnow(String number, int version) {
		return this.lists.find(number, version)
			.map(list -> list.ranking().recommended())
			.orElse(List.of())
			.stream()
			.anyMatch(this.needToKnow::appliesTo);
	}

	// The coordinator only while it has to confirm the electronic set; an auditor never.
	private boolean mustKnow(String number, Person person) {
		return switch (person.role()) {
			case AUDITOR -> false;
			case COORDINATOR -> compares(number, person);
			default -> true;
		};
	}

	// What it compares is the set of a list, and the files of each case in it.
	private boolean compares(String number, Person person) {
		return Stream.concat(Stream.of(number), this.listItems.listsWith(number).stream())
			.anyMatch(subject -> this.tasks.hasWork(subject, person.id(), person.groups()));
	}

	/** Whether this person's role sends packages again that its side has sent. */
	static boolean maySendAgain(Person person) {
		return person.role() == Role.OFFICER || person.role() == Role.COORDINATOR;
	}

	/** Refuses a page to everyone but these roles. */
	static void require(Person person, Role... roles) {
		if (!List.of(roles).contains(person.role())) {
			throw new MissingException();
		}
	}

	private boolean mayRead(CaseApplication application, Person person) {
		return (person.role() == Role.APPLICANT && person.organization().equals(application.uscc()))
				|| sees(person, application.authority()) || sharesRanking(application, person);
	}

	// Who consents to a list must know what is on it: the cases that both can rank.
	private boolean sharesRanking(CaseApplication application, Person person) {
		return person.role().isLocal() && this.recommendations.together(application.authority(), person.organization())
				&& this.reviews.isPassed(application.number());
	}

	private static boolean sees(Person person, Recommendation recommendation) {
		return recommendation.authorities().stream().anyMatch(authority -> sees(person, authority));
	}

	private static boolean sees(Person person, RegionApplication region) {
		return region.authorities().stream().anyMatch(authority -> sees(person, authority));
	}

	private static boolean sees(Person person, String authority) {
		return person.role().isLocal() ? person.organization().equals(authority) : seesAll(person.role());
	}

	// An administrator keeps accounts; the content of an application is none of its
	// business.
	private static boolean seesAll(Role role) {
		return switch (role) {
			case MIIT_OFFICER, MIIT_HEAD, MIIT_LEADER, COORDINATOR, AUDITOR -> true;
			default -> false;
		};
	}

}
