document.title = 'Jiedui 结对';
