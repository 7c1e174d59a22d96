// One login for everything: whoever is logged out stands at the portal's login, not at a webapp's own.
const portal = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function leaveTo(page) {
  return event => {
    event.preventDefault();
    window.location.assign(portal + page);
  };
}

window.angular.module('cam.commons').run(['$rootScope', $rootScope => {
  $rootScope.$on('authentication.logout.success', leaveTo('/login?logout'));
  $rootScope.$on('authentication.login.required', leaveTo('/login'));
}]);
